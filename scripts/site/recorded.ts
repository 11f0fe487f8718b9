import {readFileSync} from "node:fs";
import {frameName} from "#lib/profile/frame-text.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {withoutIdle} from "#lib/profile/idle.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {ReaderError} from "../errors.js";
import {folded} from "../profile/formats/folded.js";
import {manifestFile, type Recorded, readManifest, recordedPrograms, recordingFile} from "../recordings/manifest.js";
import {command} from "./command.js";
import {escapeHtml} from "./html.js";
import {recordingNamed} from "./recordings.js";

/** A committed recording, with what is known of it. */
export interface KnownRecording extends Recorded {
  /** `orders/cprofile.txt`, as pages name it. */
  readonly address: string;
  readonly path: string;
}

/** A function, as a profiler ranks it. */
export interface Ranked {
  readonly name: string;
  /** Its own part of all that the profiler found, 0 to 1. */
  readonly share: number;
}

/** @throws ReaderError that names the recordings that exist */
export function knownRecording(address: string): KnownRecording {
  const [program = "", file = ""] = address.split("/");
  const known = recordedPrograms().includes(program) ? readManifest(program) : [];
  const found = known.find((one) => one.file === file);
  if (found !== undefined) return {...found, address, path: recordingFile(program, file)};
  const all = recordedPrograms().flatMap((name) => readManifest(name).map((one) => `${name}/${one.file}`));
  throw new ReaderError(`no recording ${address}`, `there are: ${all.join(", ")} (${manifestFile("<program>")})`);
}

/** What a recording holds; null for a table of another tool. @throws as the readers of profiles */
export function profileIn({path, address}: KnownRecording): Profile | null {
  if (path.endsWith(".txt")) return null;
  return path.endsWith(".folded") ? folded.read!({bytes: readFileSync(path), place: address}) : recordingNamed(address);
}

/** The functions of a recording by their own time or bytes, the greatest first; idle time is left out. */
export function rankedIn(recording: KnownRecording): Ranked[] {
  const whole = profileIn(recording);
  if (whole === null) return rankedInTable(readFileSync(recording.path, "utf8"));
  const profile = withoutIdle(whole);
  const all = sumOf(profile).weight;
  return functionRows(profile).map(({frame, self}) => ({name: frameName(frame), share: self / all}));
}

/** A row of cProfile: calls, own time, own time a call, time, time a call, place. */
const CPROFILE =
  /^\s*[\d/]+\s+([\d.]+)\s+[\d.]+\s+[\d.]+\s+[\d.]+\s+(?:\S+:\d+\((.+)\)|\{(?:method '(\w+)'|.* ([\w.]+)).*\})$/;

function rankedInTable(text: string): Ranked[] {
  const all = Number(/in ([\d.]+) seconds/.exec(text)?.[1]);
  return text.split("\n").flatMap((line) => {
    const [, own, name, method, builtIn] = CPROFILE.exec(line) ?? [];
    return own === undefined ? [] : [{name: name ?? method ?? builtIn ?? "", share: Number(own) / all}];
  });
}

/** Who recorded it, when, where, and how: HTML for a caption. */
export function provenanceOf({command: typed, runtime, machine, date, of}: KnownRecording): string {
  const facts = [`${runtime.name} ${runtime.version}`, machine.cpu, `${machine.cores} cores`, machine.virtual, date];
  const said = facts.filter((fact) => fact !== null).join(" · ");
  return `${command(typed)}<br><small>A recording of <code>${escapeHtml(of)}</code>: ${escapeHtml(said)}</small>`;
}
