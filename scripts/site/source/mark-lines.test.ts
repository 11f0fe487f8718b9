import assert from "node:assert/strict";
import {test} from "node:test";
import {markLines} from "./mark-lines.js";

test("a marked line stands in a mark of its own, and the text stays what it was", () => {
  const html = '<pre><code class="language-ts">one\n<span class="k">two</span>\nthree\n</code></pre>';
  const marked = markLines(html, new Set([1]));
  assert.equal(
    marked,
    '<pre><code class="language-ts">one\n<mark><span class="k">two</span></mark>\nthree\n</code></pre>'
  );
});

test("a span that runs over several lines is closed in each, so that a mark holds whole elements", () => {
  const html = '<code><span class="c">/* <span class="t">a\nb</span>\nc */</span>\n</code>';
  assert.equal(
    markLines(html, new Set([1])),
    '<code><span class="c">/* <span class="t">a</span></span>\n<mark><span class="c"><span class="t">b</span></span></mark>\n<span class="c">c */</span>\n</code>'
  );
});
