import assert from "node:assert/strict";
import test from "node:test";
import {holdAgainst} from "../hold-against.js";
import {expectClose} from "../stats/expect-close.js";
import {choicesFor, type Guess, rangeText, ratioAt, ratioGuess} from "./guess.js";
import type {QuestionKind} from "./question.js";

const questions: {kind: QuestionKind; sizes: readonly number[]}[] = [
  {kind: "ratio", sizes: [1000]},
  {kind: "growth", sizes: [1000, 10_000]},
  {kind: "growth", sizes: [100, 150]},
  {kind: "rate", sizes: [1000]}
];

const holding = (choices: readonly Guess[], truth: number) =>
  choices.filter(({range}) => holdAgainst(range, [truth, truth]) === "holds").length;

test("whatever the truth is, exactly one choice holds", () => {
  for (const question of questions) {
    for (let exponent = -9.7; exponent < 12; exponent += 0.1) {
      assert.equal(holding(choicesFor(question), 10 ** exponent), 1, `${question.kind} ${exponent}`);
    }
  }
});

test("a guess of about the same time holds up to a tenth, either way", () => {
  const [less, same, more] = choicesFor({kind: "ratio", sizes: [1000]});
  assert.equal(holdAgainst(same!.range, [1.02, 1.05]), "holds");
  assert.equal(holdAgainst(more!.range, [1.02, 1.05]), "fails");
  assert.equal(holdAgainst(same!.range, [0.92, 1.05]), "holds");
  assert.equal(holdAgainst(less!.range, [0.7, 0.85]), "holds");
  assert.equal(holdAgainst(more!.range, [1.05, 1.2]), "undecided");
});

test("ten times the pieces in ten times the time is in proportion, and in a hundred times the time is much more", () => {
  const [asLong, proportion, more] = choicesFor({kind: "growth", sizes: [1000, 10_000]});
  assert.match(proportion!.said, /about 10 times as long/);
  assert.equal(holdAgainst(proportion!.range, [9, 12]), "holds");
  assert.equal(holdAgainst(more!.range, [80, 120]), "holds");
  assert.equal(holdAgainst(asLong!.range, [0.9, 1.2]), "holds");
});

test("a rate is judged by its nearest power of ten", () => {
  const choices = choicesFor({kind: "rate", sizes: [1000]});
  const heldAt = (rate: number) => choices.find(({range}) => holdAgainst(range, [rate, rate]) === "holds")!.said;
  assert.equal(heldAt(830e6), "about a billion a second");
  assert.equal(heldAt(300e6), "about a hundred million a second");
  assert.equal(heldAt(12e6), "about ten million a second");
  assert.equal(heldAt(5), "about a million a second");
});

test("a ratio holds within a factor of two, but not across about the same time", () => {
  const judged = (ratio: number, low: number, high: number) =>
    holdAgainst(ratioGuess(ratio, {kind: "ratio", of: "+="}).range, [low, high]);
  assert.equal(judged(2, 1.3, 3.5), "holds");
  assert.equal(judged(2, 4.1, 5), "fails");
  assert.equal(judged(2, 3.5, 5), "undecided");
  assert.equal(judged(1, 1.4, 1.5), "fails");
  assert.equal(judged(1, 0.95, 1.05), "holds");
  assert.equal(judged(1.5, 0.9, 1.05), "fails");
  assert.equal(judged(0.7, 0.5, 0.8), "holds");
  assert.equal(judged(0.7, 1.2, 1.3), "fails");
});

test("a growth is held to a factor of two alone", () => {
  const {range} = ratioGuess(10, {kind: "growth", of: ""});
  assert.deepEqual(range, {above: 5, below: 20});
});

test("a slider stands at ratios of two significant digits, 1 among them", () => {
  assert.equal(ratioAt(0), 1);
  assert.equal(ratioAt(0.15), 1.4);
  assert.equal(ratioAt(-2), 0.01);
  expectClose(ratioAt(1.234), 17, 1e-12);
});

test("a ratio is said as a time, never as faster by", () => {
  const said = (ratio: number, kind: QuestionKind) => ratioGuess(ratio, {kind, of: "+="}).said;
  assert.equal(said(1.4, "ratio"), "takes 1.4× the time of +=");
  assert.equal(said(1, "ratio"), "takes the same time as +=");
  assert.equal(said(12, "growth"), "takes 12× as long");
  assert.equal(said(1, "growth"), "takes as long");
});

test("the ends of a range are said with two digits", () => {
  assert.equal(rangeText({below: 1 / 1.1}, "ratio"), "below 0.91×");
  assert.equal(rangeText({above: 1 / 1.1, below: 1.1}, "ratio"), "0.91× to 1.1×");
  assert.equal(rangeText({above: 20}, "growth"), "above 20×");
  assert.equal(rangeText({below: 1e7 / Math.sqrt(10)}, "rate"), "below 3.16 million");
});
