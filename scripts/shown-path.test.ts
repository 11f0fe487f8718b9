import assert from "node:assert/strict";
import {join, parse} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {shownPath} from "./shown-path.js";

test("what is near is shown from here, what is far from the root", () => {
  assert.equal(shownPath(join(process.cwd(), "data", "strings.json")), join("data", "strings.json"));
  assert.equal(shownPath(join(process.cwd(), "..", "a.json")), join("..", "a.json"));
  const {root} = parse(process.cwd());
  assert.equal(shownPath(join(root, "t")), join(root, "t"));
  assert.equal(shownPath(process.cwd()), ".");
});
