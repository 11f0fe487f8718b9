import {defineLab, prepared} from "#lib/lab.js";

interface Work {
  readonly start: number;
  readonly rounds: number;
}

/** Of one round: the same for all, so that more rounds are more of the same work. */
const OBJECTS = 10;

/** Rounds of small objects, filtered and mapped: written out again for every variant. */
export default defineLab<Work>({
  question: "Which tool tells identical allocating work, and five per cent more of it, for what it is?",
  kind: "allocation",
  unit: "round",
  sizes: [20],
  setup: (size, random) => ({start: Math.floor(random() * 1000), rounds: size}),
  baseline: "once",
  variants: {
    once({start, rounds}) {
      let kept = 0;
      for (let round = 0; round < rounds; round++) {
        const points = [];
        for (let i = 0; i < OBJECTS; i++) points.push({id: i, value: start + i});
        const doubled = points.filter((point) => (point.value & 1) === 0).map((point) => point.value * 2);
        kept = (kept + doubled.length + doubled[0]!) | 0;
      }
      return kept;
    },
    again({start, rounds}) {
      let kept = 0;
      for (let round = 0; round < rounds; round++) {
        const points = [];
        for (let i = 0; i < OBJECTS; i++) points.push({id: i, value: start + i});
        const doubled = points.filter((point) => (point.value & 1) === 0).map((point) => point.value * 2);
        kept = (kept + doubled.length + doubled[0]!) | 0;
      }
      return kept;
    },
    "plus-5": prepared({
      mistake: "does more rounds on purpose, so its answer differs",
      prepare: ({start, rounds}: Work) => ({start, rounds: (rounds * 21) / 20}),
      run({start, rounds}) {
        let kept = 0;
        for (let round = 0; round < rounds; round++) {
          const points = [];
          for (let i = 0; i < OBJECTS; i++) points.push({id: i, value: start + i});
          const doubled = points.filter((point) => (point.value & 1) === 0).map((point) => point.value * 2);
          kept = (kept + doubled.length + doubled[0]!) | 0;
        }
        return kept;
      }
    })
  },
  claims: []
});
