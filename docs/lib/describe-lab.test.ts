import assert from "node:assert/strict";
import {test} from "node:test";
import {describeLab} from "./describe-lab.js";
import {prepared} from "./lab.js";

const least = {question: "?", sizes: [1, 2], setup: () => 1, baseline: "a", variants: {a: () => 1, b: () => 2}};

test("what a lab leaves out has a default", () => {
  assert.deepEqual(describeLab(least), {
    question: "?",
    kind: "compute",
    unit: "operation",
    sizes: [1, 2],
    baseline: "a",
    variants: [
      {name: "a", title: "a", against: null, sizes: [1, 2]},
      {name: "b", title: "b", against: "a", sizes: [1, 2]}
    ],
    claims: [],
    tolerance: 0
  });
});

test("what a variant says of itself is kept, but not its code", () => {
  const run = () => 1;
  const b = prepared({title: "the other", sizes: [2], kind: "io", mistake: "on purpose", prepare: () => 1, run});
  const {variants} = describeLab({...least, variants: {a: run, b}});
  assert.deepEqual(variants[1], {
    name: "b",
    title: "the other",
    against: "a",
    sizes: [2],
    kind: "io",
    mistake: "on purpose"
  });
});

test("a variant that others are compared with, and that names none itself, is a baseline", () => {
  const run = () => 1;
  const {variants} = describeLab({...least, variants: {a: run, b: run, c: {run, against: "b"}}});
  assert.deepEqual(
    variants.map(({against}) => against),
    [null, null, "b"]
  );
});

test("what only the code can show is checked, and the place is named", () => {
  const cases: [unknown, RegExp][] = [
    [undefined, /^expected the file's default export to be a lab/],
    [() => 1, /^expected the file's default export to be a lab/],
    [{...least, setup: undefined}, /^setup: expected a function/],
    [{...least, variants: null}, /^variants: expected an object/],
    [{...least, variants: {a: () => 1, b: 3}}, /^variants\.b: expected a function, or an object with a function run/],
    [{...least, variants: {a: () => 1, b: null}}, /^variants\.b: expected a function/],
    [{...least, variants: {a: () => 1, b: {prepare: () => 1}}}, /^variants\.b: expected a function/],
    [{...least, variants: {a: () => 1, b: {run: () => 1, prepare: 1}}}, /^variants\.b\.prepare: expected a function/]
  ];
  for (const [lab, message] of cases) assert.throws(() => describeLab(lab), {name: "TypeError", message});
});
