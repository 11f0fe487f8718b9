import assert from "node:assert/strict";
import {test} from "node:test";
import {CountedScript} from "./counted-script.js";
import {checkCoverage} from "./coverage.js";

const TEXT = "function a(n) {\n  for (let i = 0; i < n; i++) {\n    if (i > 1) b();\n  }\n}\nconst b = () => 1;\n";
const at = (word: string) => TEXT.indexOf(word);

/** As V8 reports it: the script, then its functions, each with the blocks that ran more or less often. */
function counts(calls: number, rounds: number, inner: number) {
  const range = (from: number, to: number, count: number) => ({startOffset: from, endOffset: to, count});
  return [
    {functionName: "", ranges: [range(0, TEXT.length, 1)]},
    {
      functionName: "a",
      ranges: [
        range(0, at("const b") - 1, calls),
        range(at("{\n    if"), at("  }\n}") + 3, rounds),
        range(at("b();"), at("b();") + 4, inner)
      ]
    },
    {functionName: "b", ranges: [range(at("() => 1"), at("() => 1") + 7, inner)]}
  ];
}

test("the innermost range counts, summed over the threads that ran the text", () => {
  const script = new CountedScript("file:///a.js", TEXT, [counts(2, 10, 6), counts(1, 5, 0)]);
  const counted = ["for", "if (i", "b();", "const b", "1;\n"].map((word) => script.countAt(at(word)));
  assert.deepEqual(counted, [3, 15, 6, 2, 6]);
});

test("a function has the place of its code, its calls, and what is in no function is the module's", () => {
  const script = new CountedScript("file:///a.js", TEXT, [counts(2, 10, 6)]);
  const shown = script.functions.map(({name, line, column, lastLine, calls, isModule}) => [
    name,
    line,
    column,
    lastLine,
    calls,
    isModule
  ]);
  assert.deepEqual(shown, [
    ["", 1, 1, 6, 1, true],
    ["a", 1, 1, 5, 2, false],
    ["b", 6, 11, 6, 6, false]
  ]);
  assert.equal(script.functionAt(at("b();"))?.name, "a");
  assert.equal(script.functionOf(1, 11)?.name, "a", "V8 names the place of the parameters");
  assert.equal(script.functionOf(1, 1)?.isModule, true, "and the beginning of the script for the script");
});

test("counts of another form are refused with their place", () => {
  const wrong = [{url: "a.js", functions: [{functionName: "a", ranges: []}]}];
  assert.throws(() => checkCoverage(wrong, "counts"), /^ResultError: counts.*ranges/);
});
