import {allocatedPerIteration} from "../../profile/alloc/allocated.js";

const ROUNDS = 5;
/** Whatever else the process allocates meanwhile is little beside so many iterations. */
const LEAST_NS = 20e6;
const LEAST_ITERATIONS = 20;

const sink = {value: undefined};

/** Bytes that an iteration allocates on V8's heap: the middle one of the three rounds that lie closest together. */
export function allocationOf(run, input, iterationNs) {
  const iterations = Math.max(LEAST_ITERATIONS, Math.round(LEAST_NS / iterationNs));
  const count = () => allocatedPerIteration((times) => callAgain(run, input, times), iterations);
  const rounds = Array.from({length: ROUNDS}, count).sort((a, b) => a.heap - b.heap);
  const threes = rounds.slice(2).map((greatest, least) => [rounds[least], rounds[least + 1], greatest]);
  const spread = ([least, , greatest]) => greatest.heap - least.heap;
  const [, {heap, collections}] = threes.reduce((best, three) => (spread(three) < spread(best) ? three : best));
  return {bytes: Number(Math.max(0, heap).toPrecision(4)), iterations: 2 * iterations, collections};
}

function callAgain(run, input, times) {
  for (let i = 0; i < times; i++) sink.value = run(input);
}
