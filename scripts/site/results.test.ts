import assert from "node:assert/strict";
import {mkdir, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {test} from "node:test";
import "../temporary-data.js";

const {localResults} = await import("./results.js");
const {localFile} = await import("../store.js");

for (const [what, text, message] of [
  ["was cut off", '{"format": 1, "lab": "str', /strings\.json: not JSON: .*/],
  ["is of a newer format", '{"format": 99}', /strings\.json: format: expected at most 1, got 99/],
  ["is something else", "[]", /strings\.json: /]
] as const) {
  test(`a local result that ${what} is an error that names the file`, async () => {
    const file = localFile("strings");
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text);
    assert.throws(() => localResults("strings"), message);
  });
}
