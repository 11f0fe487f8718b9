import type {Machine, Result, Run} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {keyOf} from "./plan.js";
import {runtimeText} from "./runtimes/runtime.js";
import {cellsOfShard, planOf, type ShardOfPlan, shardOfRun, shardText} from "./shard.js";

/** A result, and the file that it came from. */
export interface PlacedResult {
  readonly file: string;
  readonly result: Result;
}

interface Part {
  readonly file: string;
  readonly machine: Machine;
  readonly run: Run;
  readonly shard: ShardOfPlan;
}

/** Endings from the best to the worst: a whole is as good as its worst part. */
const ENDINGS = ["precise", "blocks", "budget"] as const;

/**
 * Joins the parts of one plan that were measured apart.
 *
 * @returns a run for each runtime
 * @throws ReaderError that names the file, if parts are of different plans or machines, missing, or there twice
 */
export function mergeShards(all: readonly PlacedResult[]): Result {
  const labs = [...new Set(all.map(({result}) => result.lab))];
  if (labs.length !== 1)
    throw new ReaderError(`expected results of one lab, got ${labs.join(", ")}`, "merge lab by lab");
  const parts = all.flatMap(partsOf);
  const runtimes = new Map<string, Part[]>();
  for (const part of parts) {
    const id = runtimeText(part.run.runtime);
    runtimes.set(id, [...(runtimes.get(id) ?? []), part]);
  }
  const runs = [...runtimes].map(([id, own]) => mergeRuns(id, own));
  const {format, lab, machine} = all[0]!.result;
  return {format, lab, machine, runs};
}

function partsOf({file, result: {machine, runs}}: PlacedResult): Part[] {
  if (runs.length === 0) throw new ReaderError(`${file}: holds no run`);
  return runs.map((run) => {
    const shard = shardOfRun(run);
    const id = runtimeText(run.runtime);
    if (shard === null) throw new ReaderError(`${file}: ${id}: was not measured with --shard`, "leave it out");
    if (!ENDINGS.some((ending) => ending === run.ending)) {
      throw new ReaderError(`${file}: ${id}: shard ${shardText(shard)} ended as ${run.ending}`, "measure it again");
    }
    return {file, machine, run, shard};
  });
}

function mergeRuns(id: string, parts: readonly Part[]): Run {
  const sorted = [...parts].sort((a, b) => a.shard.index - b.shard.index);
  const [first, ...others] = sorted as [Part, ...Part[]];
  for (const other of others) checkAlike(id, first, other);
  checkTwice(id, sorted);
  checkWhole(id, sorted);
  checkPlanned(id, sorted);
  const runs = sorted.map(({run}) => run);
  const forks = runs.flatMap((run) => run.forks).sort((a, b) => a.block - b.block);
  const {evidence: _, ...about} = first.run;
  return {
    ...about,
    started: runs.map(({started}) => started).sort()[0]!,
    seconds: Math.round(10 * runs.reduce((sum, {seconds}) => sum + seconds, 0)) / 10,
    ending: [...ENDINGS].reverse().find((ending) => runs.some((run) => run.ending === ending)) ?? first.run.ending,
    load: runs.flatMap(({load}) => load),
    forks: forks.map((fork, order) => ({...fork, order})),
    failures: runs.flatMap(({failures}) => failures),
    notes: [
      `merged from ${parts.length} shards; the self-check is that of shard ${shardText(first.shard)}`,
      ...notesOf(runs)
    ],
    ...evidenceIn(runs)
  };
}

/** All that is told of the same files; nothing, where a part was not asked. */
function evidenceIn(runs: readonly Run[]): Pick<Run, "evidence"> {
  const told = runs.flatMap(({evidence}) => evidence ?? []);
  const [first] = told;
  if (first === undefined || told.length < runs.length || told.some(({hash}) => hash !== first.hash)) return {};
  const seconds = told.reduce((sum, one) => sum + one.seconds, 0);
  return {evidence: {...first, seconds, cells: told.flatMap(({cells}) => cells)}};
}

function notesOf(runs: readonly Run[]): string[] {
  return [...new Set(runs.flatMap(({notes}) => notes))].filter((note) => !note.startsWith("shard "));
}

function checkAlike(id: string, one: Part, other: Part): void {
  if (one.machine.id !== other.machine.id) {
    throw new ReaderError(`${other.file}: was measured on ${other.machine.id}, ${one.file} on ${one.machine.id}`, [
      "parts of one plan belong on machines of one kind; compare different ones with lab compare"
    ]);
  }
  if (one.shard.plan === other.shard.plan && one.shard.of === other.shard.of) return;
  const differing = (["hash", "seed", "effort", "margin"] as const).filter((key) => one.run[key] !== other.run[key]);
  const what = differing.length === 0 ? "what was wanted" : differing.join(" and ");
  throw new ReaderError(
    `${other.file}: ${id}: is of another plan than ${one.file}: ${what} ${differing.length > 1 ? "differ" : "differs"}`,
    ["all parts take the same code, seed, effort, margin, variants and sizes, and the same number of shards"]
  );
}

function checkTwice(id: string, parts: readonly Part[]): void {
  const seen = new Map<string, Part>();
  for (const part of parts) {
    for (const key of [`shard ${shardText(part.shard)}`, ...cellsIn(part.run)]) {
      const before = seen.get(key);
      if (before !== undefined && before !== part) {
        throw new ReaderError(`${part.file}: ${id}: ${key} is in ${before.file} too`, "name each part once");
      }
      seen.set(key, part);
    }
  }
}

/** Shards without a cell leave no file, so it is the cells that are counted. */
function checkWhole(id: string, parts: readonly Part[]): void {
  const {of, cells} = parts[0]!.shard;
  const there = new Set(parts.flatMap(({run}) => cellsIn(run))).size;
  if (there === cells) return;
  const missing = Array.from({length: of}, (_, index) => index + 1).filter(
    (index) => !parts.some(({shard}) => shard.index === index)
  );
  const absent =
    missing.length === 0
      ? "none is absent"
      : `not among them: ${missing.map((index) => shardText({index, of})).join(", ")}`;
  throw new ReaderError(
    `${id}: ${there} of ${cells} cells are there`,
    `${absent}; measure what is missing, with the same command`
  );
}

/** Each part holds the cells that were dealt to it, of the plan that it names: it was not altered since. */
function checkPlanned(id: string, parts: readonly Part[]): void {
  const {run, shard} = parts[0]!;
  const there = new Set(parts.flatMap((part) => cellsIn(part.run)));
  const planned = run.lab.variants
    .flatMap(({name: variant, sizes}) => sizes.map((size) => ({variant, size})))
    .filter((cell) => there.has(keyOf(cell)));
  const astray = parts.find((part) => {
    const dealt = cellsOfShard(planned, run.lab, part.shard).map(keyOf);
    return dealt.sort().join() !== cellsIn(part.run).sort().join();
  });
  if (astray === undefined && planOf(planned, run) === shard.plan) return;
  const {file, shard: own} = astray ?? parts[0]!;
  throw new ReaderError(`${file}: ${id}: does not hold what shard ${shardText(own)} of its plan is`, [
    "it was altered since it was measured: measure this part again"
  ]);
}

/** What a run measured, or tried to. */
function cellsIn({forks, failures}: Run): string[] {
  return [...new Set([...forks, ...failures].map(keyOf))];
}
