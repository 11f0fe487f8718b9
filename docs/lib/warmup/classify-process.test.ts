import assert from "node:assert/strict";
import {test} from "node:test";
import {classifyProcess, type ProcessClass} from "./classify-process.js";
import {noises, syntheticCurve} from "./synthetic-curve.js";

const POINTS = 800;

function classes(level: (index: number) => number, kind: string, trials: number, points = POINTS): ProcessClass[] {
  const noise = noises(17)[kind]!;
  return Array.from({length: trials}, () => classifyProcess(syntheticCurve(points, level, noise)).class);
}

function share(all: readonly ProcessClass[], wanted: ProcessClass): number {
  return all.filter((one) => one === wanted).length / all.length;
}

for (const kind of Object.keys(noises(1))) {
  test(`pure noise is called anything but flat in at most 1 of 100 curves: ${kind}`, () => {
    for (const [points, trials] of [
      [200, 200],
      [POINTS, 100]
    ] as const) {
      const flat = share(
        classes(() => 1000, kind, trials, points),
        "flat"
      );
      assert.ok(flat >= 0.99, `${points} points: ${flat}`);
    }
  });
}

/** Curves whose class is known, each with a noise of one per cent. */
const KNOWN: readonly (readonly [what: string, wanted: ProcessClass, level: (index: number) => number])[] = [
  ["three levels, each lower", "warm-up", (i) => (i < 20 ? 9000 : i < 150 ? 1200 : 600)],
  ["a level eight per cent lower", "warm-up", (i) => (i < 300 ? 1080 : 1000)],
  ["a slope down that ends early", "warm-up", (i) => 1000 * (1 + Math.max(0, 1 - i / 200))],
  ["a level eight per cent higher", "slowdown", (i) => (i < 300 ? 1000 : 1080)],
  ["down, then up a little", "slowdown", (i) => (i < 30 ? 5000 : i < 300 ? 630 : 1140)],
  ["down, up, and down again to the same", "warm-up", (i) => (i < 200 ? 1000 : i < 300 ? 1500 : 1000)],
  ["a step in the last tenth", "no steady state", (i) => (i < 740 ? 1000 : 800)],
  ["a drift that doubles it", "no steady state", (i) => 1000 * (1 + i / POINTS)],
  ["two levels in turn, a hundred points each", "no steady state", (i) => (i % 200 < 100 ? 1000 : 1300)],
  ["two levels in turn, one point each", "flat", (i) => (i % 2 === 0 ? 1000 : 1300)],
  ["a spike in every seventeenth point", "flat", (i) => (i % 17 === 0 ? 5000 : 1000)],
  ["a first call alone that is slow", "flat", (i) => (i === 0 ? 80_000 : 1000)],
  ["a level three per cent lower", "flat", (i) => (i < 300 ? 1030 : 1000)],
  ["a long spell of something else, gone in the end", "warm-up", (i) => (i > 300 && i < 400 ? 2000 : 1000)]
];

for (const [what, wanted, level] of KNOWN) {
  test(`${what}: ${wanted}`, () => {
    const all = classes(level, "normal, 1 %", 40);
    assert.deepEqual([...new Set(all)], [wanted]);
  });
}

test("what warms up under noise of ten per cent is seen", () => {
  const all = classes((i) => (i < 60 ? 4000 : 1000), "normal, 10 %", 100);
  assert.equal(share(all, "warm-up"), 1);
});

test("the level and its beginning are found to three points and to a per cent", () => {
  const noise = noises(3)["Student's t with 3 degrees of freedom"]!;
  for (let trial = 0; trial < 40; trial++) {
    const verdict = classifyProcess(syntheticCurve(POINTS, (i) => (i < 120 ? 4000 : 1000), noise));
    assert.equal(verdict.class, "warm-up");
    assert.ok(Math.abs(verdict.steadyFrom! - 120) <= 3, String(verdict.steadyFrom));
    assert.ok(Math.abs(verdict.steadyNs! / 1000 - 1) < 0.01, String(verdict.steadyNs));
  }
});

test("fewer than sixty points are not judged", () => {
  const {class: name, steadyNs} = classifyProcess(new Array(59).fill(1000));
  assert.deepEqual([name, steadyNs], ["too few calls", null]);
});
