import {defineLab} from "#lib/lab.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Work {
  readonly steps: number;
  /** A whole number from the seed, in which every sum starts. */
  readonly start: number;
  /** fib(depth) makes as many calls as there are steps. */
  readonly depth: number;
  readonly points: readonly Point[];
}

// #region squares
function squares({steps, start}: Work): number {
  let total = start;
  for (let i = 0; i < steps; i++) total += i * i;
  return total;
}
// #endregion

// #region squares-bigint
function squaresOfBigInts({steps, start}: Work): number {
  const end = BigInt(steps);
  let total = BigInt(start);
  for (let i = 0n; i < end; i++) total += i * i;
  return Number(total);
}
// #endregion

// #region fields
function fields({points, start}: Work): number {
  let total = start;
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!;
    total += point.x * point.y;
  }
  return total;
}
// #endregion

// #region chain
function chain({steps, start}: Work): number {
  let x = start;
  for (let i = 0; i < steps; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}
// #endregion

// #region chain-bigint
function chainOfBigInts({steps, start}: Work): number {
  let x = BigInt(start);
  for (let i = 0; i < steps; i++) x = BigInt.asIntN(32, x * 1664525n + 1013904223n);
  return Number(x);
}
// #endregion

// #region calls
function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
// #endregion

// #region calls-bigint
function fibOfBigInts(n: bigint): bigint {
  return n < 2n ? n : fibOfBigInts(n - 1n) + fibOfBigInts(n - 2n);
}
// #endregion

function callsOfFib(n: number): number {
  let [calls, next] = [1, 1];
  for (let i = 0; i < n; i++) [calls, next] = [next, 1 + calls + next];
  return calls;
}

function depthOf(calls: number): number {
  let depth = 0;
  while (callsOfFib(depth) < calls) depth++;
  return depth;
}

function pointsUpTo(count: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < count; i++) points.push({x: i, y: i});
  return points;
}

export default defineLab<Work>({
  question: "How much simple work does one second hold?",
  kind: "compute",
  unit: "step",
  // As many steps as fib(15), fib(20) and fib(25) make calls. Every sum stays below 2 ** 53.
  sizes: [1_973, 21_891, 242_785],
  setup: (size, random) => ({
    steps: size,
    start: Math.floor(random() * 1_000_000),
    depth: depthOf(size),
    points: pointsUpTo(size)
  }),
  baseline: "squares",
  variants: {
    squares: {title: "t += i * i", run: squares},
    "squares-bigint": {title: "t += i * i in BigInt", run: squaresOfBigInts},
    fields: {title: "t += p.x * p.y", run: fields, sizes: [1_973, 21_891]},
    chain: {title: "a chain of whole numbers", run: chain},
    "chain-bigint": {title: "the chain in BigInt", run: chainOfBigInts, against: "chain"},
    calls: {title: "calls: fib", run: ({depth, start}) => start + fib(depth)},
    "calls-bigint": {
      title: "calls: fib in BigInt",
      run: ({depth, start}) => start + Number(fibOfBigInts(BigInt(depth))),
      against: "calls"
    }
  },
  claims: [
    {
      that: "Compiled while it runs, a loop does ten to a hundred times CPython's 10 to 50 million simple operations per second.",
      variant: "squares",
      rate: {above: 1e8, below: 5e9},
      at: 21_891,
      source: "article"
    },
    {
      that: "A chain of whole numbers, in which each step waits for the last, still does more than 200 million steps per second.",
      variant: "chain",
      rate: {above: 2e8},
      at: 21_891
    },
    {
      that: "More than 50 million calls of a small recursive function fit into a second.",
      variant: "calls",
      rate: {above: 5e7},
      at: 21_891
    },
    {
      that: "Two fields of an object can be read and multiplied more than 100 million times per second.",
      variant: "fields",
      rate: {above: 1e8},
      at: 21_891
    },
    {
      that: "With numbers of any length (BigInt), the loop takes more than ten times the time.",
      variant: "squares-bigint",
      ratio: {above: 10},
      at: 21_891
    },
    {
      that: "With numbers of any length, which is what Python's are, V8 too does 10 to 50 million steps per second.",
      variant: "squares-bigint",
      rate: {above: 1e7, below: 5e7},
      at: 21_891,
      on: {runtime: "node"}
    }
  ]
});
