import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {type CpuProfile, checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {frameName} from "#lib/profile/frame-text.js";
import {fromHeapProfile} from "#lib/profile/from-heap-profile.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {checkHeapProfile} from "#lib/profile/heap-profile.js";
import {ReaderError} from "../errors.js";
import {readDetected} from "../profile/formats/read-profile.js";
import {jsonOf} from "../profile/formats/text-of.js";
import {ROOT} from "../store.js";
import {type Candidate, type Evidence, heaviestFirst} from "./evidence.js";
import type {Exercise} from "./exercises.js";
import {type FunctionRange, functionAt, functionsIn} from "./functions-in.js";

/**
 * Reads what a profile says of the functions or lines of a program. Time is told by the lines that were sampled, because they stay right where
 * V8 charges an inlined function to its caller (Node 20, 22 and 24).
 *
 * @throws ReaderError or ResultError if the file is no such profile, or holds nothing of the program
 */
export async function profileEvidence(file: string, exercise: Exercise): Promise<Evidence> {
  const {format, ...content} = await readDetected(file);
  const expected = exercise.asks === "allocation" ? "heapprofile" : "cpuprofile";
  if (format !== expected) {
    const kind = `${content.place}: expected a .${expected}, got ${format === "folded" ? "folded stacks" : format}`;
    throw new ReaderError(kind, `record it so: ${exercise.record}`);
  }
  const source = await readFile(join(ROOT, exercise.source), "utf8");
  const functions = functionsIn(source);
  const evidence =
    expected === "heapprofile"
      ? byBytes(jsonOf(content), content.place, exercise, functions)
      : byLines(checkCpuProfile(jsonOf(content), content.place), exercise, functions, source.split("\n").length);
  if (evidence.found.length > 0) return evidence;
  throw new ReaderError(`${content.place}: expected a profile of ${exercise.source}, got one without a sample of it`, [
    `record it so: ${exercise.record}`
  ]);
}

function isOf(file: string, {source}: Exercise): boolean {
  return file.replaceAll("\\", "/").endsWith(source.replace(/^labs\/programs/, ""));
}

function byLines(
  {nodes}: CpuProfile,
  exercise: Exercise,
  functions: readonly FunctionRange[],
  lines: number
): Evidence {
  const byLine = new Map<number, number>();
  const byName = new Map<string, number>();
  const charged = new Map<string, number>();
  for (const {callFrame, hitCount = 0, positionTicks = []} of nodes) {
    if (!isOf(callFrame.url, exercise)) continue;
    add(charged, callFrame.functionName, hitCount);
    for (const {line, ticks} of positionTicks) {
      add(byLine, line, ticks);
      add(byName, functionAt(functions, line), ticks);
    }
  }
  const asLines = exercise.asks === "line";
  const found = asLines
    ? [...byLine].map(([line, samples]) => candidate(String(line), samples, functionAt(functions, line)))
    : [...byName].map(([name, samples]) => candidate(name, samples, name));
  const possible = asLines
    ? Array.from({length: lines}, (_, index) => String(index + 1))
    : functions.map(({name}) => name);
  return {found: heaviestFirst(found), possible, charged: heaviest(charged)};
}

function byBytes(value: unknown, place: string, exercise: Exercise, functions: readonly FunctionRange[]): Evidence {
  const rows = functionRows(fromHeapProfile(checkHeapProfile(value, place), place));
  const all = rows.reduce((sum, {self}) => sum + self, 0);
  const {above = 0, below = Number.POSITIVE_INFINITY} = exercise.bytes ?? {};
  if (all <= above || all >= below) {
    const other = all <= above ? "less than the program allocates: was it recorded with --live?" : "more than survives";
    throw new ReaderError(`${place}: expected another kind of profile: it holds ${other}`, [
      `record it so: ${exercise.record}`
    ]);
  }
  const own = rows.filter(({frame, self}) => isOf(frame.file, exercise) && self > 0);
  const found = own.map(({frame, self, samples}) => ({
    name: frameName(frame),
    weight: self,
    samples,
    within: frameName(frame)
  }));
  return {found: heaviestFirst(found), possible: functions.map(({name}) => name), charged: found[0]?.name ?? ""};
}

function candidate(name: string, samples: number, within: string): Candidate {
  return {name, weight: samples, samples, within};
}

function heaviest(weights: ReadonlyMap<string, number>): string {
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
