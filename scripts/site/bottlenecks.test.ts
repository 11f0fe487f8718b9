import assert from "node:assert/strict";
import {before, test} from "node:test";
import {ResultError} from "#lib/result.js";
import {checkBottlenecks, readBottlenecks} from "./bottlenecks.js";
import {bottlenecks} from "./directives/bottlenecks.js";
import {prepareLabs} from "./prepare.js";

const side = {cause: "a cause", fix: "a fix", sources: [{title: "a page", url: "https://example.org/"}]};
const row = {
  id: "slow",
  from: "table",
  symptom: "It is slow",
  python: side,
  node: side,
  article: {verdict: "stands", why: "It does.", sources: []},
  measured: [],
  unmeasured: "nothing yet."
};

before(prepareLabs);

function refuses(rows: readonly object[], pattern: RegExp): void {
  assert.throws(
    () => checkBottlenecks({rows}, "rows.json"),
    (error: unknown) => {
      assert.ok(error instanceof ResultError, String(error));
      assert.match(error.message, pattern);
      return true;
    }
  );
}

test("a row without a number must say what is not measured, and name a public source", () => {
  assert.equal(checkBottlenecks({rows: [row]}, "rows.json").length, 1);
  const {unmeasured: _, ...silent} = row;
  refuses([silent], /^rows\.json: rows\[0\]: expected a number in measured, or unmeasured/);
  refuses([{...row, node: {...side, sources: []}}], /^rows\.json: rows\[0\]: expected a public source/);
});

test("a source is an address of the web, and an id is there once", () => {
  const bad = {...side, sources: [{title: "a page", url: "javascript:alert(1)"}]};
  refuses([{...row, node: bad}], /rows\[0\]\.node\.sources\[0\]\.url/);
  refuses([row, row], /expected every id once/);
});

test("every row of the article's table and of its list is there", () => {
  const from = (place: string) => readBottlenecks().filter((row) => row.from === place).length;
  assert.deepEqual([from("table"), from("list")], [6, 3]);
});

test("every number that a row names can be asked of its lab", () => {
  assert.match(bottlenecks(), /<section class="bottleneck">/);
});
