import type {Batches} from "./batches.js";
import type {Settings} from "./measure.js";

/** What happens in a world where time is scripted: here, and in the JVM's World.java. Lists are by call, the last for all after. */
export interface Script {
  /** What an iteration takes of the processor. */
  readonly costNs: readonly number[];
  /** How long the process does not run meanwhile. */
  readonly awayNs?: readonly number[];
  /** When a neighbour on the same core comes and goes, in turn. */
  readonly neighbourNs?: readonly number[];
  readonly withoutCpuTime?: boolean;
  /** On the JVM only: in how many calls, the first ones, a compilation ends. */
  readonly compilations?: number;
  /** On the JVM only: how long a collection takes, of which there is one in each call. */
  readonly collectionMs?: number;
}

const LOOK_NS = 1e3;
const MS = 1e6;

/** A list for a script. */
export const upTo = <Value>(length: number, of: (call: number) => Value): Value[] =>
  Array.from({length}, (_, call) => of(call));

/** Of a fork in such a world. */
export const settings: Settings = {
  batchNs: 0.5 * MS,
  samples: 10,
  measureCapNs: 1000 * MS,
  patience: 3,
  warmupNs: 5 * MS,
  warmupCapNs: 100 * MS,
  steadyWithin: 0.015
};

/**
 * A world where time passes only in the variant, and one microsecond with every look at the clock. A busy neighbour
 * makes the variant take twice as long, and the empty calls after it; the chain waits for itself. For tests.
 */
export function scripted({costNs, awayNs = [0], neighbourNs = [], withoutCpuTime = false}: Script) {
  const spent = {wall: 0, cpu: 0, calls: 0};
  /** Looks at the clock that are left until the empty calls after a batch are over. */
  let emptyLooks = 0;
  const at = (values: readonly number[]) => values[Math.min(spent.calls, values.length - 1)]!;
  const slowdown = () => (neighbourNs.filter((ns) => ns <= spent.wall).length % 2 === 1 ? 2 : 1);
  const run = () => {
    const [cost, away] = [at(costNs) * slowdown(), at(awayNs)];
    spent.calls++;
    spent.wall += cost + away;
    spent.cpu += cost;
    emptyLooks = 3;
  };
  const now = () => {
    const ns = LOOK_NS * (emptyLooks > 0 && emptyLooks < 3 ? slowdown() : 1);
    emptyLooks--;
    spent.wall += ns;
    spent.cpu += ns;
    return spent.wall;
  };
  const batches = (iterations: number): Batches => ({
    run,
    input: undefined,
    host: withoutCpuTime ? {now} : {now, cpuNs: () => spent.cpu},
    chainCalls: 1,
    emptyCalls: 1,
    iterations
  });
  return {spent, run, now, batches};
}
