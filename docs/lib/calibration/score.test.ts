import assert from "node:assert/strict";
import test from "node:test";
import type {Answer} from "./answer.js";
import {factorsOff, scoreOf, scoresBy} from "./score.js";
import {answerSentence, missesSentence, scoreSentence} from "./sentences.js";

const held: Answer = {
  question: "a",
  kind: "ratio",
  lab: "strings",
  topic: "strings",
  page: "lessons/strings",
  asked: "Does join take longer?",
  date: "2026-01-02T03:04:05.000Z",
  from: "jvm",
  guess: {said: "takes more time", range: {above: 1.1}, ratio: null},
  truth: {environment: "Node 24 on epyc-2", ratio: 4.27, interval: [3.5, 5.2]}
};
const failed: Answer = {...held, question: "b", from: "python", guess: {...held.guess!, range: {below: 0.9}}};
const open: Answer = {...held, question: "c", topic: "shapes", truth: null};
const shown: Answer = {...held, question: "d", guess: null, truth: null};
const ratio = (guessed: number): Answer => ({
  ...held,
  guess: {said: `takes ${guessed}×`, range: {}, ratio: guessed},
  truth: {environment: "here", ratio: 2, interval: [1.9, 2.1]}
});

test("what is undecided or was shown counts neither for nor against", () => {
  assert.deepEqual(scoreOf([held, failed, open, shown]), {held: 1, failed: 1, open: 1, shown: 1});
  assert.deepEqual(scoreOf([]), {held: 0, failed: 0, open: 0, shown: 0});
});

test("scores are given by group, each answer in one", () => {
  assert.deepEqual(
    scoresBy([held, failed, open, shown], ({from}) => from).map(({group, score}) => [group, score.held, score.failed]),
    [
      ["jvm", 1, 0],
      ["python", 0, 1]
    ]
  );
});

test("the share has the interval of Wilson: 1 of 2 is 9.5 % to 91 %", () => {
  assert.equal(
    scoreSentence(scoreOf([held, failed, open, shown])),
    "Your intuition held in 1 of 2 guesses that data decide: a share of 9.5 % to 91 %. " +
      "1 more is undecided, and counts neither for nor against. One answer you had shown."
  );
});

test("without a decided guess there is no share", () => {
  assert.equal(
    scoreSentence(scoreOf([open])),
    "No guess of yours has been decided by data yet. 1 more is undecided, and counts neither for nor against."
  );
});

test("misses are factors of at least 1, ascending, and only of ratios", () => {
  assert.deepEqual(factorsOff([ratio(6), held, ratio(1), ratio(2), shown]), [1, 2, 3]);
  assert.equal(
    missesSentence([ratio(6), ratio(1), ratio(2)]),
    "You guessed 3 ratios, and were off by a factor of 2.00 in the median: the nearest by 1.00, the farthest by 3.00."
  );
  assert.equal(missesSentence([ratio(6)]), "You guessed one ratio, and were off by a factor of 3.00.");
  assert.equal(missesSentence([held, shown]), null);
});

test("an answer says the guess, the truth and where it was measured", () => {
  assert.equal(
    answerSentence(held),
    "You said: takes more time. Node 24 on epyc-2: takes 4.27× the time (3.50 to 5.20)."
  );
  assert.equal(answerSentence(open), "You said: takes more time. Nobody had measured it.");
  assert.equal(answerSentence(shown), "You had the answer shown.");
});
