import assert from "node:assert/strict";
import {test} from "node:test";
import {TextLines} from "./text-lines.js";

test("lines end as ECMAScript says (12.3): LF, CR, CRLF, U+2028, U+2029", () => {
  const lines = new TextLines("a\nbb\r\n\rd\u2028e\u2029f");
  const texts = [1, 2, 3, 4, 5, 6, 7].map((line) => lines.textOf(line));
  assert.deepEqual([lines.count, texts], [6, ["a", "bb", "", "d", "e", "f", ""]]);
  for (const [offset, line, column] of [
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 1],
    [3, 2, 2],
    [6, 3, 1],
    [7, 4, 1],
    [11, 6, 1]
  ] as const) {
    assert.deepEqual([lines.lineAt(offset), lines.columnAt(offset)], [line, column], `offset ${offset}`);
    assert.equal(lines.offsetAt(line, column), offset);
  }
});
