import assert from "node:assert/strict";
import test from "node:test";
import {answerTo, factorOff, verdictOf} from "./answer.js";
import {choicesFor, ratioGuess} from "./guess.js";
import type {Question} from "./question.js";
import {decidingTruth, type Truth, truthText} from "./truth.js";

const mine: Truth = {environment: "Node 24 on your machine", ratio: 1.2, interval: [0.5, 3]};
const theirs: Truth = {environment: "Node 24 on epyc-2", ratio: 1.5, interval: [1.4, 1.6]};

const question: Question = {
  id: "predict-strings-join-at-1000",
  kind: "ratio",
  how: "choices",
  lab: "strings",
  topic: "text",
  page: "lessons/strings",
  asked: "Does join take longer?",
  variant: "join",
  sizes: [1000],
  of: "+=",
  truths: [mine, theirs]
};
const now = {date: "2026-01-02T03:04:05.000Z", from: "jvm"} as const;
const [less, , more] = choicesFor(question);

test("the reader's own machine judges if it decides; else the first result that does", () => {
  assert.equal(decidingTruth(more!.range, [mine, theirs]), theirs);
  const decided: Truth = {...mine, interval: [1.15, 1.25]};
  assert.equal(decidingTruth(more!.range, [decided, theirs]), decided);
});

test("where nothing decides, the first result stands, and the guess is undecided", () => {
  const answer = answerTo({...question, truths: [mine]}, more!, now);
  assert.deepEqual(answer.truth, mine);
  assert.equal(verdictOf(answer), "undecided");
});

test("what nobody has measured is undecided", () => {
  const answer = answerTo({...question, truths: []}, more!, now);
  assert.equal(answer.truth, null);
  assert.equal(verdictOf(answer), "undecided");
});

test("a guess holds or fails by the interval, not by the estimate", () => {
  assert.equal(verdictOf(answerTo(question, more!, now)), "holds");
  assert.equal(verdictOf(answerTo(question, less!, now)), "fails");
});

test("an answer that was shown has neither guess nor truth", () => {
  const {guess, truth, ...answer} = answerTo(question, null, now);
  assert.deepEqual([guess, truth], [null, null]);
  assert.equal(verdictOf({guess, truth}), "shown");
  assert.equal(answer.question, question.id);
});

test("a ratio guessed three times too small is off by as much as one guessed three times too large", () => {
  const off = (ratio: number) => factorOff({guess: ratioGuess(ratio, question), truth: theirs});
  assert.equal(off(4.5), 3);
  assert.equal(off(0.5), 3);
  assert.equal(off(1.5), 1);
  assert.equal(factorOff({guess: more!, truth: theirs}), null);
  assert.equal(factorOff({guess: ratioGuess(2, question), truth: null}), null);
});

test("a truth is said with its interval", () => {
  assert.equal(truthText("ratio", theirs), "takes 1.50× the time (1.40 to 1.60)");
  assert.equal(
    truthText("growth", {...theirs, ratio: 11.8, interval: [11.3, 12.4]}),
    "takes 11.8× as long (11.3 to 12.4)"
  );
  assert.equal(
    truthText("rate", {...theirs, ratio: 830e6, interval: [792e6, 869e6]}),
    "830 million/s (792 million/s to 869 million/s)"
  );
});
