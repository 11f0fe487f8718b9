import {basename, dirname} from "node:path";
import {type Token, tokenizer} from "acorn";
import {type GrowthHolders, growthHolders} from "#lib/profile/growth-holders.js";
import type {HeapGraph} from "#lib/profile/heap-graph.js";
import {ReaderError} from "../errors.js";
import {isSnapshot, readSnapshotClasses} from "../profile/heap/read-snapshot.js";
import {readSnapshotGraph} from "../profile/heap/read-snapshot-graph.js";
import {type Evidence, heaviestFirst} from "./evidence.js";
import type {Exercise} from "./exercises.js";
import {programFiles} from "./program-files.js";

/** A list of objects that keep each other has a way as long as itself. */
const MOST_STEPS = 6;

/**
 * Reads from two heap snapshots of a process which of its variables and properties keep what was added in between.
 *
 * @throws ReaderError or ResultError if one is missing, cut off, no snapshot or of another program, or if nothing that one
 * object keeps has grown
 */
export async function retainerEvidence(
  file: string,
  before: string | undefined,
  exercise: Exercise
): Promise<Evidence> {
  const way = `record them so: ${exercise.record}`;
  if (before === undefined)
    throw new ReaderError("--before is missing: growth shows between two snapshots, an earlier and a later one", way);
  for (const each of [before, file]) await refuseOther(each, way);
  const earlier = await readSnapshotClasses(before);
  const graph = await readSnapshotGraph(file);
  if (!isOf(graph, exercise))
    throw new ReaderError(
      `${basename(file)}: expected a snapshot of ${exercise.source}, got one of another program`,
      way
    );
  const growth = growthHolders(graph, earlier.classes);
  if (growth.path.length === 0) {
    const expected =
      "expected the heap to have grown by something that one object keeps, got growth in many places, or none";
    throw new ReaderError(`${earlier.place} to ${basename(file)}: ${expected}`, [
      "take the second snapshot later, of the same process; --before is the earlier one"
    ]);
  }
  return evidenceOf(growth, await namesIn(exercise));
}

function evidenceOf(growth: GrowthHolders, known: readonly string[]): Evidence {
  const found = growth.holders.map(({name, bytes, objects}) => ({name, weight: bytes, samples: objects, within: name}));
  const more = growth.path.length > MOST_STEPS ? " → …" : "";
  const steps = growth.path.slice(0, MOST_STEPS).map(({names, className}) => `${names.join(" or ")} (${className})`);
  return {
    found: heaviestFirst(found),
    possible: [...new Set([...known, ...growth.path.flatMap(({names}) => names)])],
    charged: "",
    whole: growth.bytes,
    beside: [`The snapshot shows it kept so: ${steps.join(" → ")}${more}.`]
  };
}

async function refuseOther(file: string, way: string): Promise<void> {
  if (await isSnapshot(file)) return;
  await readSnapshotClasses(file);
  throw new ReaderError(`${basename(file)}: expected a heap snapshot, got something else`, way);
}

/** V8 notes the addresses of scripts. */
function isOf({strings}: HeapGraph, {source}: Exercise): boolean {
  const ending = `${basename(dirname(source))}/${basename(source)}`;
  return strings.some((text) => text.length < 4096 && text.replaceAll("\\", "/").endsWith(ending));
}

/** The names in a program, in order of their first appearance. */
async function namesIn(exercise: Exercise): Promise<string[]> {
  const names = new Set<string>();
  for (const {text} of await programFiles(exercise))
    for (const token of tokenizer(text, {ecmaVersion: "latest", sourceType: "module"}) as Iterable<
      Token & {value?: unknown}
    >)
      if (token.type.label === "name") names.add(String(token.value));
  return [...names];
}
