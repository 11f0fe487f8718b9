import {defineLab, prepared, type Random} from "#lib/lab.js";
import {doublesOf, holeyOf, integersOf, onceMixedOf} from "./arrays.js";
import {nativeFor, nativeWith} from "./memory.js";
import {
  arrayFour,
  copyIn,
  copyOut,
  float64Four,
  float64Loop,
  forEach,
  forOf,
  int32Loop,
  loop,
  mapReduce,
  reduce
} from "./sums.js";

function randomDoubles(count: number, random: Random): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = random();
  return values;
}

const MIDDLE = [3_200, 32_000];

export default defineLab<Float64Array>({
  question: "Is a sum faster in a loop, in a chain of array methods or vectorised?",
  kind: "compute",
  unit: "element",
  // Multiples of 8: the fastest variants take eight numbers at a time.
  sizes: [32, 320, 3_200, 32_000, 320_000, 3_200_000],
  setup: randomDoubles,
  // Another order of additions rounds otherwise.
  tolerance: 1e-9,
  baseline: "array-loop",
  variants: {
    "array-loop": prepared({title: "loop", prepare: doublesOf, run: loop}),
    "array-holes": prepared({title: "loop over an array that once had holes", prepare: holeyOf, run: loop, sizes: MIDDLE}),
    "array-mixed": prepared({title: "loop over an array that once held a text", prepare: onceMixedOf, run: loop, sizes: MIDDLE}),
    "array-for-of": prepared({title: "for…of", prepare: doublesOf, run: forOf}),
    "array-for-each": prepared({title: "forEach", prepare: doublesOf, run: forEach, sizes: [32, 320, ...MIDDLE]}),
    "array-reduce": prepared({title: "reduce", prepare: doublesOf, run: reduce}),
    "array-map-reduce": prepared({
      title: "map + reduce",
      prepare: doublesOf,
      run: mapReduce,
      sizes: [32, 320, ...MIDDLE, 320_000]
    }),
    "array-four": prepared({title: "four accumulators", prepare: doublesOf, run: arrayFour, sizes: [320, ...MIDDLE]}),
    "float64-loop": {title: "Float64Array loop", run: float64Loop},
    "float64-four": {title: "Float64Array with four accumulators", run: float64Four},
    "wasm-sum": prepared({
      title: "WebAssembly loop",
      prepare: nativeWith,
      run: ({sum, memory}) => sum(memory.length)
    }),
    "wasm-simd": prepared({
      title: "WebAssembly SIMD",
      prepare: nativeWith,
      run: ({sumSimd, memory}) => sumSimd(memory.length)
    }),
    "wasm-simd-four": prepared({
      title: "WebAssembly SIMD with four accumulators",
      prepare: nativeWith,
      run: ({sumSimd4, memory}) => sumSimd4(memory.length)
    }),
    "copy-in": prepared({
      title: "copied in + SIMD",
      prepare: (values) => ({native: nativeFor(values.length), values}),
      run: copyIn
    }),
    "copy-in-array": prepared({
      title: "Array copied in + SIMD",
      prepare: (values) => ({native: nativeFor(values.length), values: doublesOf(values)}),
      run: copyIn,
      sizes: [320, ...MIDDLE, 320_000]
    }),
    "copy-out": prepared({
      title: "copied out + four accumulators",
      prepare: (values) => ({native: nativeWith(values), values: new Float64Array(values.length)}),
      run: copyOut,
      sizes: [320, ...MIDDLE, 320_000]
    }),
    "integer-array": prepared({title: "loop over small integers", prepare: integersOf, run: loop, sizes: MIDDLE}),
    "integer-typed": prepared({
      title: "Int32Array loop",
      prepare: (values) => Int32Array.from(integersOf(values)),
      run: int32Loop,
      against: "integer-array",
      sizes: MIDDLE
    })
  },
  claims: [
    {
      that: "A Float64Array is summed faster than an Array of doubles.",
      variant: "float64-loop",
      ratio: {below: 0.95},
      at: 3_200,
      source: "folklore"
    },
    {
      that: "The same loop is faster in WebAssembly than in JavaScript.",
      variant: "wasm-sum",
      ratio: {below: 0.95},
      at: 3_200,
      source: "folklore"
    },
    {
      that: "Four accumulators sum a Float64Array in less than 0.9 of the time of one.",
      variant: "float64-four",
      to: "float64-loop",
      ratio: {below: 0.9},
      at: 3_200
    },
    {
      that: "SIMD with four accumulators sums in less than a third of the loop's time.",
      variant: "wasm-simd-four",
      ratio: {below: 0.33},
      at: 3_200
    },
    {
      that: "SIMD takes less than 0.6 of the loop's time even when the numbers are copied in first.",
      variant: "copy-in",
      ratio: {below: 0.6},
      at: 3_200
    },
    {
      that: "At 320 numbers, reduce takes less than 1.5 times the loop's time.",
      variant: "array-reduce",
      ratio: {below: 1.5},
      at: 320
    },
    {
      that: "At 32,000 numbers, reduce takes more than five times the loop's time in V8.",
      variant: "array-reduce",
      ratio: {above: 5},
      at: 32_000,
      on: {runtime: "node"}
    },
    {
      that: "At 3,200 numbers, map and reduce take more than five times the loop's time in V8.",
      variant: "array-map-reduce",
      ratio: {above: 5},
      at: 3_200,
      on: {runtime: "node"}
    }
  ]
});
