import {defineLab, prepared} from "#lib/lab.js";

interface Work {
  readonly start: number;
  readonly objects: number;
}

/** Small objects, filtered and mapped: written out again for every variant. */
export default defineLab<Work>({
  question: "Which tool tells identical allocating work, and five per cent more of it, for what it is?",
  kind: "allocation",
  unit: "object",
  sizes: [200],
  setup: (size, random) => ({start: Math.floor(random() * 1000), objects: size}),
  baseline: "once",
  variants: {
    once({start, objects}) {
      const points = [];
      for (let i = 0; i < objects; i++) points.push({id: i, value: start + i});
      const doubled = points.filter((point) => (point.value & 1) === 0).map((point) => point.value * 2);
      return doubled.length + doubled[0]!;
    },
    again({start, objects}) {
      const points = [];
      for (let i = 0; i < objects; i++) points.push({id: i, value: start + i});
      const doubled = points.filter((point) => (point.value & 1) === 0).map((point) => point.value * 2);
      return doubled.length + doubled[0]!;
    },
    "plus-5": prepared({
      mistake: "makes more objects on purpose, so its answer differs",
      prepare: ({start, objects}: Work) => ({start, objects: ((objects * 105) / 100) | 0}),
      run({start, objects}) {
        const points = [];
        for (let i = 0; i < objects; i++) points.push({id: i, value: start + i});
        const doubled = points.filter((point) => (point.value & 1) === 0).map((point) => point.value * 2);
        return doubled.length + doubled[0]!;
      }
    })
  },
  claims: []
});
