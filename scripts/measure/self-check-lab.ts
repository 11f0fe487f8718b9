import {defineLab, prepared} from "#lib/lab.js";

interface Chain {
  readonly start: number;
  readonly steps: number;
}

/** The same integer chain three times as text, so that the compiler treats each as code of its own. */
export default defineLab<Chain>({
  question: "What difference can this machine resolve today?",
  kind: "compute",
  unit: "run of the chain",
  sizes: [1],
  setup: (_size, random) => ({start: Math.floor(random() * 2 ** 31), steps: 2000}),
  baseline: "once",
  variants: {
    once({start, steps}) {
      let x = start | 0;
      for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
      return x;
    },
    again({start, steps}) {
      let x = start | 0;
      for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
      return x;
    },
    "two-per-cent-more": prepared({
      title: "two per cent more steps",
      mistake: "does more work on purpose, so its answer differs",
      prepare: ({start}: Chain) => ({start, steps: 2040}),
      run({start, steps}) {
        let x = start | 0;
        for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
        return x;
      }
    })
  },
  claims: []
});
