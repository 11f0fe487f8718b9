import assert from "node:assert/strict";
import {test} from "node:test";
import {figureText, measureOf} from "./claim-figure.js";

test("a rate has as many digits as it takes to tell the ends of its interval from each other", () => {
  assert.equal(figureText("rate", 749_100_000, [748_900_000, 749_300_000]), "749.1 million/s (748.9 to 749.3)");
  assert.equal(figureText("rate", 749_000_000, [749_000_000, 749_000_000]), "749 million/s (749 to 749)");
});

test("a ratio is a factor with its interval, a rate a number a second with its own", () => {
  assert.equal(figureText("ratio", 1.42, [1.38, 1.47]), "1.42× (1.38 to 1.47)");
  assert.equal(figureText("growth", 104, [101, 107]), "104× (101 to 107)");
  assert.equal(figureText("rate", 25e6, [24.1e6, 26e6]), "25.0 million/s (24.1 to 26.0)");
  assert.equal(figureText("rate", 999e6, [9e8, 1.1e9]), "999 million/s (900 million/s to 1.10 billion/s)");
  assert.equal(figureText("rate", 450e3, [4e5, 5e5]), "450,000/s (400,000 to 500,000)");
});

test("a claim is about a ratio, a growth or a rate", () => {
  const base = {that: "it is", variant: "join"};
  assert.equal(measureOf({...base, ratio: {above: 1}, at: 1}), "ratio");
  assert.equal(measureOf({...base, growth: {above: 1}, from: 1, to: 2}), "growth");
  assert.equal(measureOf({...base, rate: {above: 1}, at: 1}), "rate");
});
