import assert from "node:assert/strict";
import test from "node:test";
import {checkAnswers, MOST_ANSWERS} from "./check-answers.js";
import {exportText} from "./export-text.js";

const good = {
  question: "predict-strings-join-at-1000",
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

test("what was kept comes back as it was, also through the file that is exported", () => {
  assert.deepEqual(checkAnswers(JSON.parse(JSON.stringify([good]))), [good]);
  const shown = {...good, guess: null, truth: null};
  assert.deepEqual(checkAnswers([shown]), [shown]);
  const file = JSON.parse(exportText(checkAnswers([good]), "2026-02-03T00:00:00.000Z")) as {answers: unknown};
  assert.deepEqual(checkAnswers(file.answers), [good]);
});

test("what is no list holds no answers", () => {
  for (const value of [null, undefined, 7, "[]", {}, {length: 3}]) assert.deepEqual(checkAnswers(value), []);
});

test("an entry that is wrong anywhere is left out, and the others stay", () => {
  const wrong: Record<string, unknown>[] = [
    {...good, question: '"><img src=x onerror=alert(1)>'},
    {...good, page: "javascript:alert(1)"},
    {...good, page: "//elsewhere.example"},
    {...good, page: "../../../secret"},
    {...good, topic: ""},
    {...good, kind: "constructor"},
    {...good, from: "moon"},
    {...good, date: "yesterday"},
    {...good, date: "2026-13-40T99:99:99Z"},
    {...good, asked: "x".repeat(2000)},
    {...good, guess: {...good.guess, said: 7}},
    {...good, guess: {...good.guess, ratio: -1}},
    {...good, guess: {...good.guess, range: {above: "1"}}},
    {...good, guess: {...good.guess, range: null}},
    {...good, guess: "takes more time"},
    {...good, truth: {...good.truth, ratio: null}},
    {...good, truth: {...good.truth, interval: [5, 3]}},
    {...good, truth: {...good.truth, interval: [1, 2, 3]}},
    {...good, truth: undefined}
  ];
  for (const entry of wrong) assert.deepEqual(checkAnswers([entry, good]), [good], JSON.stringify(entry));
});

test("fields that an answer does not have are dropped, however they are called", () => {
  const hostile = JSON.parse(
    JSON.stringify([good]).replace('"kind"', '"__proto__": {"polluted": true}, "extra": 1, "kind"')
  );
  const [answer] = checkAnswers(hostile);
  assert.deepEqual(answer, good);
  assert.equal((answer as unknown as {polluted?: boolean}).polluted, undefined);
});

test("of several answers to a question the last counts, and of too many the newest stay", () => {
  const later = {...good, date: "2026-05-05T00:00:00Z"};
  assert.deepEqual(checkAnswers([good, later]), [later]);
  const many = Array.from({length: MOST_ANSWERS + 5}, (_, index) => ({...good, question: `q-${index}`}));
  const kept = checkAnswers(many);
  assert.equal(kept.length, MOST_ANSWERS);
  assert.equal(kept.at(-1)!.question, `q-${MOST_ANSWERS + 4}`);
});
