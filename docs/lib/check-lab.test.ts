import assert from "node:assert/strict";
import {test} from "node:test";
import {checkLab, LabError, otherOf, sizesOf} from "./check-lab.js";
import type {LabDescription} from "./result.js";
import {ResultError} from "./result.js";

const lab: LabDescription = {
  question: "Which is faster?",
  kind: "compute",
  unit: "element",
  sizes: [10, 100],
  baseline: "a",
  variants: [
    {name: "a", title: "a", against: null, sizes: [10, 100]},
    {name: "b", title: "b", against: "a", sizes: [10, 100]},
    {name: "c", title: "c", against: "a", sizes: [10]}
  ],
  claims: [{that: "b takes longer", variant: "b", ratio: {above: 1}, at: 10}],
  tolerance: 0
};

function refusal(change: object): string {
  try {
    checkLab({...lab, ...change}, "my.ts");
  } catch (error) {
    assert.ok(error instanceof LabError, String(error));
    return error.message;
  }
  return "accepted";
}

const withVariant = (change: object) => ({variants: [lab.variants[0], {...lab.variants[1], ...change}]});
const claiming = (claim: object) => ({claims: [{that: "a claim", ...claim}]});

test("a lab that keeps the rules is given back as it is", () => {
  assert.deepEqual(checkLab(lab, "my.ts"), lab);
});

test("sizes must ascend, in the lab and in a variant", () => {
  assert.equal(refusal({sizes: [100, 10]}), "my.ts: sizes: expected ascending sizes, got 100, 10");
  assert.equal(refusal({sizes: [10, 10, 100]}), "my.ts: sizes: expected ascending sizes, got 10, 10, 100");
  assert.equal(refusal(withVariant({sizes: [100, 10]})), "my.ts: variants.b.sizes: expected ascending sizes");
  assert.equal(refusal(withVariant({sizes: []})), "my.ts: variants.b.sizes: expected ascending sizes");
  assert.equal(refusal(withVariant({sizes: [20]})), "my.ts: variants.b.sizes: expected sizes of the lab, got 20");
});

test("every name that is used must exist", () => {
  assert.equal(refusal({baseline: "z"}), "my.ts: baseline: expected one of a, b, c, got z");
  assert.equal(refusal(withVariant({against: "z"})), "my.ts: variants.b.against: expected another variant, got z");
  assert.equal(refusal(withVariant({against: "b"})), "my.ts: variants.b.against: expected another variant, got b");
  assert.equal(refusal(withVariant({name: "a"})), "my.ts: variants: expected every name once");
});

test("a variant is of the same kind as the one it is compared with", () => {
  const expected = "my.ts: variants.b.kind: expected the kind of a, with which it is compared";
  assert.equal(refusal(withVariant({kind: "allocation"})), expected);
  assert.equal(refusal(withVariant({kind: "compute"})), "accepted");
});

test("a claim must be about what is measured", () => {
  const ratio = {above: 1};
  const at = 10;
  assert.equal(
    refusal(claiming({variant: "z", ratio, at, to: "a"})),
    "my.ts: claims[0]: expected a variant of the lab, got z"
  );
  assert.equal(
    refusal(claiming({variant: "b", ratio, at, to: "z"})),
    "my.ts: claims[0]: expected a variant of the lab, got z"
  );
  assert.equal(
    refusal(claiming({variant: "c", ratio, at: 100})),
    "my.ts: claims[0]: c is not measured at 100, only at 10"
  );
  assert.equal(
    refusal(claiming({variant: "c", growth: ratio, from: 10, to: 100})),
    "my.ts: claims[0]: c is not measured at 100, only at 10"
  );
  assert.equal(
    refusal(claiming({variant: "a", ratio, at})),
    'my.ts: claims[0]: a is a baseline: name the variant to compare with in "to"'
  );
});

test("a claim must have bounds that something can lie between", () => {
  const bounded = (range: object) => refusal(claiming({variant: "b", ratio: range, at: 10}));
  assert.equal(bounded({}), "my.ts: claims[0]: expected a bound: above, below or both");
  assert.equal(bounded({above: 2, below: 1}), "my.ts: claims[0]: expected 0 ≤ above < below");
  assert.equal(bounded({above: -1}), "my.ts: claims[0]: expected 0 ≤ above < below");
  assert.equal(bounded({below: 0}), "my.ts: claims[0]: expected 0 ≤ above < below");
  assert.equal(bounded({above: 0.99, below: 1.01}), "accepted");
});

test("what is not of a lab's form is refused with its place", () => {
  assert.throws(() => checkLab({...lab, kind: "memory"}, "my.ts"), ResultError);
  assert.throws(() => checkLab({...lab, kind: "memory"}, "my.ts"), {message: /^my\.ts: kind: expected \("compute"/});
});

test("a claim says what has to be measured for it", () => {
  const growth = {that: "", variant: "b", growth: {above: 1}, from: 10, to: 100};
  const rate = {that: "", variant: "b", rate: {above: 1}, at: 10};
  const ratio = {that: "", variant: "b", ratio: {above: 1}, at: 10};
  assert.deepEqual([growth, rate, ratio].map(sizesOf), [[10, 100], [10], [10]]);
  assert.deepEqual(
    [growth, rate, ratio, {...ratio, to: "c"}].map((claim) => otherOf(claim, lab)),
    [null, null, "a", "c"]
  );
});
