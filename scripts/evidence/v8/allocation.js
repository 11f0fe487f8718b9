import {GCProfiler, getHeapStatistics} from "node:v8";

const ROUNDS = 3;
/** Of the batches of a fork: enough for the overhead of asking to vanish among the bytes of the iterations. */
const BATCHES = 20;
const LEAST = 20;

const sink = {value: undefined};

/** Bytes that an iteration allocates on V8's heap: what is in use afterwards, and all that collections freed meanwhile. */
export function allocationOf(run, input, iterations) {
  const count = Math.max(LEAST, iterations * BATCHES);
  const asking = leastOf(() => allocate(run, input, 0)).bytes;
  const {bytes, collections} = leastOf(() => allocate(run, input, count));
  return {bytes: Number(Math.max(0, (bytes - asking) / count).toPrecision(4)), iterations: count, collections};
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
  const microseconds = statistics.reduce((sum, {cost}) => sum + cost, 0);
  return {
    bytes: after - before + freed.reduce((sum, bytes) => sum + bytes, 0),
    collections: {count: statistics.length, ms: Number((microseconds / 1000).toPrecision(3))}
  };
}

function used({heapStatistics}) {
  return heapStatistics.usedHeapSize;
}
