// biome-ignore lint/correctness/useImportExtensions: text that is assembled, not a module of JavaScript
import bytes from "./sum.wat";

const PAGE_BYTES = 65_536;

type Sum = (count: number) => number;

/** The sums of sum.wat, and their memory as an array. */
export interface Native {
  readonly sum: Sum;
  readonly sumSimd: Sum;
  readonly sumSimd4: Sum;
  readonly memory: Float64Array;
}

/** A fresh instance of sum.wat whose memory has room for `count` doubles. */
export function nativeFor(count: number): Native {
  const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const memory = exports.memory as WebAssembly.Memory;
  memory.grow(Math.ceil((count * 8) / PAGE_BYTES));
  return {
    sum: exports.sum as Sum,
    sumSimd: exports.sum_simd as Sum,
    sumSimd4: exports.sum_simd4 as Sum,
    memory: new Float64Array(memory.buffer, 0, count)
  };
}

/** As `nativeFor`, with the values already in its memory. */
export function nativeWith(values: Float64Array): Native {
  const native = nativeFor(values.length);
  native.memory.set(values);
  return native;
}
