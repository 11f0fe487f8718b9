import {existsSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {basename, join} from "node:path";
import type {Flight, FlightThread} from "#lib/flight/flight.js";
import {joinSlices, type ReadSlice, readSlice} from "#lib/flight/join-slices.js";
import {checkSlice} from "#lib/flight/slice.js";
import {useOf} from "#lib/flight/watched-time.js";
import {changeFrames} from "#lib/profile/merge-profiles.js";
import type {Frame} from "#lib/profile/profile.js";
import {lives} from "../../lives.js";
import {jsonAt} from "../json-at.js";
import {isPreload} from "../preload/preload-file.js";
import {type Begun, begunThreads} from "../read-recording.js";
import {threadTitle} from "../run-text.js";
import {inHeldSources, readMaps} from "../target-sources.js";
import {withSources} from "../with-sources.js";

/** A flight as it was found in a folder, and what is not in it. */
export interface FoundFlight {
  /** Null if no thread has left anything. */
  readonly flight: Flight | null;
  /** Threads of which nothing is there, and slices that cannot be read, in sentences. */
  readonly missing: readonly string[];
}

/** Of all that is to be told of a flight besides what it recorded. */
export interface FlightFacts {
  readonly command: readonly string[];
  readonly intervalUs: number;
}

/**
 * Reads what the threads of a program have left in a folder so far. A slice that is malformed or cut off is left out,
 * and named.
 */
export async function readFlight(folder: string, {command, intervalUs}: FlightFacts): Promise<FoundFlight> {
  const begun = await begunThreads(folder);
  const zero = begun[0]?.at ?? 0;
  const missing: string[] = [];
  const threads: FlightThread[] = [];
  for (const thread of begun) {
    const found = await readThread(folder, thread, zero, missing);
    if (found === null) missing.push(`${threadTitle(thread)}: nothing is there of it`);
    else threads.push(found);
  }
  threads.sort((a, b) => useOf(b.pulses).activeMs - useOf(a.pulses).activeMs || a.from - b.from);
  return {flight: threads.length === 0 ? null : {command, begun: zero, intervalUs, threads}, missing};
}

/** What the recorder does is told apart from the program, and from nothing else. */
function withoutRecorder(frame: Frame): Frame {
  return isPreload(frame.file) ? {name: "(recorder)", file: "", line: 0, column: 0} : frame;
}

async function readThread(
  folder: string,
  thread: Begun,
  zero: number,
  missing: string[]
): Promise<FlightThread | null> {
  const {pid, thread: id, node} = thread;
  const title = threadTitle(thread);
  const own = `${pid}-${id}.`;
  const names = (await readdir(folder)).filter((name) => name.startsWith(own) && name.endsWith(".json"));
  const all = (kind: string) => names.filter((name) => name.startsWith(`${own}${kind}`)).map((n) => join(folder, n));
  const held = readMaps(Object.assign({}, ...(await Promise.all(all("maps-").map(jsonAt)))));
  const slices: ReadSlice[] = [];
  for (const file of all("slice-")) {
    const left = await jsonAt(file);
    try {
      const read = readSlice(checkSlice(left, basename(file)), title);
      const inSources = await withSources(inHeldSources(read.profile, held));
      slices.push({...read, profile: changeFrames(inSources, withoutRecorder)});
    } catch (error) {
      // The ring has let go of it meanwhile.
      if (existsSync(file)) missing.push(`${title}: a slice cannot be read: ${(error as Error).message}`);
    }
  }
  if (slices.length === 0) return null;
  slices.sort((a, b) => a.slice.number - b.slice.number);
  const end = all("end").length > 0 ? "whole" : lives(pid) ? "open" : "cut";
  return joinSlices(slices, {title, pid, thread: id, node, end}, zero);
}
