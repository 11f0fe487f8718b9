import {defineLab, prepared} from "#lib/lab.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The one function that all variants share: what it has seen before decides how it is compiled. */
function total(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) sum += points[i]!.x + points[i]!.y;
  return sum;
}

/** Three shapes of object through one shared function. */
export default defineLab<readonly number[]>({
  question: "Does a figure depend on what the same process measured before it?",
  kind: "compute",
  unit: "object",
  sizes: [200],
  setup: (size, random) => Array.from({length: size}, () => Math.floor(random() * 1000)),
  baseline: "plain",
  variants: {
    plain: prepared({
      prepare: (values: readonly number[]) => values.map((x) => ({x, y: 1})),
      run: (points) => total(points)
    }),
    turned: prepared({
      prepare: (values: readonly number[]) => values.map((x) => ({y: 1, x})),
      run: (points) => total(points)
    }),
    larger: prepared({
      prepare: (values: readonly number[]) => values.map((x) => ({name: "point", x, y: 1})),
      run: (points) => total(points)
    })
  },
  claims: []
});
