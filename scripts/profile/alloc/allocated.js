// Plain JavaScript, because a child that asks V8 by its natives is not compiled: see allocated.d.ts for what it gives.
import {GCProfiler, getHeapStatistics} from "node:v8";

/** Node.js tells the cost of a collection in microseconds, Deno 2.9 in nanoseconds. */
const COST_OF_MS = "Deno" in globalThis ? 1e6 : 1e3;

export function allocatedPerIteration(repeat, iterations) {
  const once = allocatedDuring(() => repeat(iterations));
  const twice = allocatedDuring(() => repeat(2 * iterations));
  return {
    heap: (twice.heap - once.heap) / iterations,
    outside: (twice.outside - once.outside) / iterations,
    collections: twice.collections
  };
}

function allocatedDuring(work) {
  const profiler = new GCProfiler();
  profiler.start();
  const before = getHeapStatistics();
  work();
  const after = getHeapStatistics();
  let heap = after.used_heap_size - before.used_heap_size;
  let outside = after.external_memory - before.external_memory;
  let ofCollections = 0;
  const {statistics} = profiler.stop();
  for (const {beforeGC, afterGC, cost} of statistics) {
    heap += beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize;
    outside += beforeGC.heapStatistics.externalMemory - afterGC.heapStatistics.externalMemory;
    ofCollections += cost;
  }
  const ms = Number((ofCollections / COST_OF_MS).toPrecision(3));
  return {heap, outside, collections: {count: statistics.length, ms}};
}
