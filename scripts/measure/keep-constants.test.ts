import assert from "node:assert/strict";
import {test} from "node:test";
import {keepConstants} from "./keep-constants.js";

test("a top-level variable that is never assigned to is a constant again", () => {
  const text =
    "var STEPS = 1e3;\nvar sink = { value: void 0 };\nfunction run() {\n  var x = 1;\n  sink.value = STEPS;\n}\n";
  assert.equal(
    keepConstants(text),
    "const STEPS = 1e3;\nconst sink = { value: void 0 };\nfunction run() {\n  var x = 1;\n  sink.value = STEPS;\n}\n"
  );
});

for (const assignment of [
  "count = 2",
  "count += 2",
  "count++",
  "[count] = [2]",
  "({a: count} = {a: 2})",
  "({...count} = {})",
  "[count = 3] = []",
  "for (count of [2]);",
  "for (count in {});"
]) {
  test(`what is assigned to stays a variable: ${assignment}`, () => {
    const text = `var count = 1;\nvar other = 1;\nfunction next() { ${assignment} }\n`;
    assert.equal(keepConstants(text), text.replace("var other", "const other"));
  });
}

test("what has no value yet, or several names of which one changes, stays a variable", () => {
  const text = "var later;\nvar a = 1, b = 2;\nb = 3;\nlater = 4;\n";
  assert.equal(keepConstants(text), text);
});
