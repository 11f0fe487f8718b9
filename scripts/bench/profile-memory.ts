import {resolve} from "node:path";
import {functionRows} from "#lib/profile/function-rows.js";
import type {RuntimeHandle} from "../measure/runtimes/runtime.js";
import {countAllocation} from "../profile/alloc/count-allocation.js";
import {heapRecorder} from "../profile/heap/heap-sampling.js";
import {recordProgram} from "../profile/record-run.js";
import {ROOT} from "../store.js";
import type {BytesOutcome, HeapOutcome} from "./profile-result.js";

/** A lab of objects whose sizes follow from V8's layout. */
export const KNOWN_LAB = resolve(ROOT, "scripts/profile/alloc/known-objects.ts");

const KNOWN: Readonly<Record<string, number>> = {nothing: 0, object_of_three: 48, array_of_four: 80, kept_for_long: 48};
const KNOWN_GARBAGE = 2_500_000 * 48;
/** What `lab profile heap run` asks for if nothing else is said. */
const INTERVAL_BYTES = 32 * 1024;

/** Counts each known object. @param program as `compileAllocation` made it from `KNOWN_LAB` */
export async function countKnown(
  runtime: RuntimeHandle,
  program: string,
  signal: AbortSignal
): Promise<BytesOutcome[]> {
  const outcomes: BytesOutcome[] = [];
  for (const [object, known] of Object.entries(KNOWN)) {
    const {heap} = await countAllocation(program, {variant: object, size: 1}, {runtime, timeoutMs: 60_000, signal});
    outcomes.push({node: runtime.version, object, known, counted: heap.bytes});
  }
  return outcomes;
}

/** Records a known amount of garbage. @returns what was found in the function that allocates, and what it called */
export async function findGarbage({executable, version}: RuntimeHandle, script: string): Promise<HeapOutcome> {
  const recorder = heapRecorder({intervalBytes: INTERVAL_BYTES, live: false}, false);
  const run = await recordProgram([executable, script], {stdout: "stderr", say: () => {}}, recorder);
  await run.discard();
  const rows = run.threads.flatMap(({profile}) => functionRows(profile));
  const found = rows.find(({frame}) => frame.name === "allocate")?.total ?? 0;
  return {node: version, knownBytes: KNOWN_GARBAGE, foundBytes: found};
}
