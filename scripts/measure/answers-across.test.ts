import assert from "node:assert/strict";
import {test} from "node:test";
import {describeLab} from "#lib/describe-lab.js";
import {AnswersAcross} from "./answers-across.js";

const lab = describeLab({
  question: "?",
  sizes: [10, 1000],
  setup: () => 0,
  baseline: "a",
  variants: {a: () => 1, b: () => 1, wrong: {run: () => 2, mistake: "answers something else"}},
  tolerance: 0.001
});

const number = (value: number) => ({type: "number", value}) as const;

function notesFor(ours: readonly [variant: string, size: number, seed: number, value: number][]): string[] {
  const answers = new AnswersAcross();
  for (const variant of ["a", "b", "wrong"]) {
    for (const size of [10, 1000]) answers.add("node 24", {variant, size, seed: 7}, number(size));
  }
  for (const [variant, size, seed, value] of ours) answers.add("python 3.11", {variant, size, seed}, number(value));
  return answers.notes("python 3.11", "node 24", lab);
}

test("runtimes that answer the same, within the tolerance of the lab, give no note", () => {
  assert.deepEqual(
    notesFor([
      ["a", 10, 7, 10],
      ["b", 1000, 7, 1000.9]
    ]),
    []
  );
});

test("a variant, a size or a seed that one runtime alone has is not compared, nor is a declared mistake", () => {
  assert.deepEqual(
    notesFor([
      ["numpy", 10, 7, 1],
      ["a", 50, 7, 1],
      ["a", 10, 8, 1],
      ["wrong", 10, 7, 1]
    ]),
    []
  );
  assert.deepEqual(new AnswersAcross().notes("python 3.11", "node 24", lab), []);
});

test("what differs is named by variant and size, with both answers", () => {
  assert.deepEqual(
    notesFor([
      ["a", 1000, 7, 1002],
      ["b", 10, 7, 10]
    ]),
    ["not the same work as on node 24, so their times may not be compared: a at 1,000 gave 1002, not 1000"]
  );
});

test("a text and a number are different answers", () => {
  const answers = new AnswersAcross();
  answers.add("node 24", {variant: "a", size: 10, seed: 1}, {type: "bigint", value: "1"});
  answers.add("jvm 25", {variant: "a", size: 10, seed: 1}, number(1));
  assert.match(answers.notes("jvm 25", "node 24", lab)[0]!, /a at 10 gave 1, not 1$/);
});
