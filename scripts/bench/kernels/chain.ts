import {defineLab, prepared} from "#lib/lab.js";

interface Chain {
  readonly start: number;
  readonly steps: number;
}

const longer = "does more steps on purpose, so its answer differs";

/** One dependent integer chain, written out again for every variant, so that the compiler sees code of its own. */
export default defineLab<Chain>({
  question: "Which tool tells identical work, and one, two and five per cent more of it, for what it is?",
  kind: "compute",
  unit: "step",
  sizes: [2000],
  setup: (size, random) => ({start: Math.floor(random() * 2 ** 31), steps: size}),
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
    "plus-1": prepared({
      mistake: longer,
      prepare: ({start, steps}: Chain) => ({start, steps: ((steps * 101) / 100) | 0}),
      run({start, steps}) {
        let x = start | 0;
        for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
        return x;
      }
    }),
    "plus-2": prepared({
      mistake: longer,
      prepare: ({start, steps}: Chain) => ({start, steps: ((steps * 102) / 100) | 0}),
      run({start, steps}) {
        let x = start | 0;
        for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
        return x;
      }
    }),
    "plus-5": prepared({
      mistake: longer,
      prepare: ({start, steps}: Chain) => ({start, steps: ((steps * 105) / 100) | 0}),
      run({start, steps}) {
        let x = start | 0;
        for (let i = 0; i < steps; i++) x = (Math.imul(x, 69069) + 12345) | 0;
        return x;
      }
    })
  },
  claims: []
});
