import {GCProfiler, getHeapStatistics} from "node:v8";

const ROUNDS = 3;
/** Whatever else the process allocates meanwhile is little beside so many iterations. */
const LEAST_NS = 20e6;
const LEAST_ITERATIONS = 20;

/** Node.js tells the cost of a collection in microseconds, Deno 2.9 in nanoseconds. */
const COST_OF_MS = "Deno" in globalThis ? 1e6 : 1e3;

const sink = {value: undefined};

/**
 * Bytes that an iteration allocates on V8's heap: what is in use afterwards, and all that collections freed meanwhile.
 * Twice as many iterations less once as many: then the cost of asking is in neither.
 */
export function allocationOf(run, input, iterationNs) {
  const count = Math.max(LEAST_ITERATIONS, Math.round(LEAST_NS / iterationNs));
  const once = leastOf(() => allocate(run, input, count));
  const twice = leastOf(() => allocate(run, input, 2 * count));
  const bytes = Number(Math.max(0, (twice.bytes - once.bytes) / count).toPrecision(4));
  return {bytes, iterations: 2 * count, collections: twice.collections};
}

function leastOf(take) {
  const taken = Array.from({length: ROUNDS}, take);
  return taken.reduce((least, one) => (one.bytes < least.bytes ? one : least));
}

function allocate(run, input, count) {
  const profiler = new GCProfiler();
  profiler.start();
  const before = getHeapStatistics().used_heap_size;
  for (let i = 0; i < count; i++) sink.value = run(input);
  const after = getHeapStatistics().used_heap_size;
  const {statistics} = profiler.stop();
  const freed = statistics.map(({beforeGC, afterGC}) => used(beforeGC) - used(afterGC));
  const cost = statistics.reduce((sum, collection) => sum + collection.cost, 0);
  return {
    bytes: after - before + freed.reduce((sum, bytes) => sum + bytes, 0),
    collections: {count: statistics.length, ms: Number((cost / COST_OF_MS).toPrecision(3))}
  };
}

function used({heapStatistics}) {
  return heapStatistics.usedHeapSize;
}
