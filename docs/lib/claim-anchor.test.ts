import assert from "node:assert/strict";
import {test} from "node:test";
import {claimAnchor} from "./claim-anchor.js";

test("the anchor of a claim is made of what it says, and fit for an address", () => {
  const base = {that: "any wording", variant: "push-join"};
  const onV8 = {...base, ratio: {above: 1}, at: 10_000, on: {runtime: "node", versions: [24, 26]}};
  assert.equal(claimAnchor("strings", onV8), "claim-strings-push-join-ratio-above-1-at-10000-on-node-24-26");
  const growth = {...base, growth: {above: 20}, from: 1_000, to: 10_000};
  assert.equal(claimAnchor("strings", growth), "claim-strings-push-join-growth-above-20-from-1000-to-10000");
  const rate = {...base, rate: {above: 1e8, below: 5e9}, at: 100};
  assert.equal(claimAnchor("a", rate), "claim-a-push-join-rate-above-100000000-below-5000000000-at-100");
});

test("other words leave the anchor, another bound or another side does not", () => {
  const claim = {that: "one", variant: "join", ratio: {below: 0.95}, at: 10};
  const anchor = claimAnchor("strings", claim);
  assert.equal(anchor, "claim-strings-join-ratio-below-0_95-at-10");
  assert.equal(claimAnchor("strings", {...claim, that: "two", source: "article"}), anchor);
  assert.notEqual(claimAnchor("strings", {...claim, ratio: {below: 0.9}}), anchor);
  assert.notEqual(claimAnchor("strings", {...claim, to: "concat"}), anchor);
});
