import {type Answer, defineLab} from "#lib/lab.js";

/** Hides from the type checker what the engine must find out by itself. */
const dead = (run: (values: readonly number[]) => unknown) => ({
  run: run as (values: readonly number[]) => Answer,
  mistake: "does work that nobody uses, on purpose"
});

/** Work that a compiler may remove, beside work that it may not. */
export default defineLab<readonly number[]>({
  question: "Which tool notices that there is nothing left to measure?",
  kind: "compute",
  unit: "element",
  sizes: [1000],
  setup: (size, random) => Array.from({length: size}, () => Math.floor(random() * 1000)),
  baseline: "live",
  variants: {
    live(values) {
      let sum = 0;
      for (let i = 0; i < values.length; i++) sum += values[i]!;
      return sum;
    },
    "unused-root": dead(() => {
      Math.sqrt(2);
    }),
    "unused-sum": dead((values) => {
      // biome-ignore lint/correctness/noUnusedVariables: the sum is what nobody uses
      let sum = 0;
      for (let i = 0; i < values.length; i++) sum += values[i]!;
    }),
    "unused-object": dead((values) => ({first: values[0], last: values.at(-1)})),
    "constant-answer": dead((values) => {
      let sum = 0;
      for (let i = 0; i < values.length; i++) sum += values[i]!;
      return sum < 0 ? 1 : 0;
    }),
    "hoistable-root": dead(() => Math.sqrt(2))
  },
  claims: []
});
