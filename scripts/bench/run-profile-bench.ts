import {join} from "node:path";
import {shuffle} from "#lib/random.js";
import type {RuntimeHandle} from "../measure/runtimes/runtime.js";
import {compileAllocation} from "../profile/alloc/compile-allocation.js";
import {ROOT} from "../store.js";
import {attachOnce} from "./profile-attach.js";
import {hotLine} from "./profile-lines.js";
import {countKnown, findGarbage, KNOWN_LAB} from "./profile-memory.js";
import {overheadRound, waysOf} from "./profile-overhead.js";
import type {ProfileBench} from "./profile-result.js";

/** What is measured, and when to stop. */
export interface ProfilePlan {
  readonly nodes: readonly RuntimeHandle[];
  readonly rounds: number;
  readonly peers: string | undefined;
  readonly random: () => number;
  /** True when nothing more may begin. */
  readonly over: () => boolean;
  readonly signal: AbortSignal;
  readonly progress: (what: string) => void;
}

type Measured = Pick<ProfileBench, "overhead" | "attach" | "bytes" | "heap" | "lines" | "failures" | "complete">;

const PROGRAMS = join(ROOT, "scripts/bench/profile-programs");

/** Measures what needs no quiet first, then the fixed work in rounds over all Nodes, so that all share a disturbance. */
export async function runProfileBench(plan: ProfilePlan): Promise<Measured> {
  const failures = new Set<string>();
  const done: Measured = {overhead: [], attach: [], bytes: [], heap: [], lines: [], failures: [], complete: true};
  const lists = done as {[Key in keyof Measured]: Measured[Key] extends readonly (infer One)[] ? One[] : never};
  const attempt = async (what: string, work: () => Promise<void>) => {
    if (plan.over()) return false;
    plan.progress(what);
    await work().catch((error: Error) => failures.add(`${what}: ${error.message.split("\n")[0]}`));
    return true;
  };
  const known = await compileAllocation(KNOWN_LAB);
  let complete = true;
  for (const node of plan.nodes) {
    const on = `Node ${node.version}`;
    const bytes = async () => void lists.bytes.push(...(await countKnown(node, known, plan.signal)));
    const heap = async () => void lists.heap.push(await findGarbage(node, join(PROGRAMS, "allocate.cjs")));
    complete &&= (await attempt(`bytes on ${on}`, bytes)) && (await attempt(`garbage on ${on}`, heap));
    for (const [program, inlining] of [
      ["hot-line", true],
      ["hot-builtin", true],
      ["hot-helper", true],
      ["hot-helper", false]
    ] as const) {
      const line = async () => void lists.lines.push(await hotLine(node, join(PROGRAMS, `${program}.cjs`), inlining));
      complete &&= await attempt(`lines of ${program} on ${on}`, line);
    }
  }
  const ways = [...waysOf(plan.peers)];
  for (let round = 1; round <= plan.rounds; round++) {
    for (const node of plan.nodes) {
      const what = `round ${round} of ${plan.rounds} on Node ${node.version}`;
      complete &&= await attempt(what, async () => {
        lists.attach.push(await attachOnce(node, join(PROGRAMS, "busy.cjs")));
        const order = shuffle(ways, plan.random);
        lists.overhead.push(await overheadRound(node, order, join(PROGRAMS, "work.cjs"), failures));
      });
    }
  }
  return {...done, failures: [...failures], complete};
}
