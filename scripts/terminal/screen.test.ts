import assert from "node:assert/strict";
import {test} from "node:test";
import {Screen} from "./screen.js";

function screen() {
  const written: string[] = [];
  const drawn = new Screen({write: (text) => written.push(text), columns: () => 40, rows: () => 10});
  return {drawn, written};
}

test("what stood on the terminal comes back, and the cursor with it", () => {
  const {drawn, written} = screen();
  drawn.draw(["one"]);
  drawn.close();
  assert.ok(written[0]!.startsWith("\u001b[?1049h\u001b[?25l"));
  assert.equal(written[1], "\u001b[?25h\u001b[?1049l");
});

test("a shorter picture leaves nothing of a longer one", () => {
  const {drawn, written} = screen();
  drawn.draw(["a long line", "and another"]);
  drawn.draw(["short"]);
  assert.equal(written[1], "\u001b[Hshort\u001b[K\u001b[J");
});

test("a screen that was never drawn on writes nothing when it closes", () => {
  const {drawn, written} = screen();
  drawn.close();
  drawn.close();
  assert.deepEqual(written, []);
});
