import {defineLab} from "#lib/lab.js";

/** A chain of known cost, at lengths that double: a true figure grows in proportion. */
export default defineLab<{readonly start: number; readonly steps: number}>({
  question: "Does twice the work take twice the time?",
  kind: "compute",
  unit: "step",
  sizes: [1000, 2000, 4000, 8000],
  setup: (size, random) => ({start: Math.floor(random() * 2 ** 31), steps: size}),
  baseline: "chain",
  variants: {
    chain({start, steps}) {
      let x = start | 0;
      for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
      return x;
    }
  },
  claims: []
});
