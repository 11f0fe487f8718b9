import assert from "node:assert/strict";
import {test} from "node:test";
import {deferred, startDeferring, withDeferred} from "./deferred.js";

test("a part comes back where it was, also twice; without a build that keeps parts back, it stays", () => {
  const chart = '<figure class="chart"><svg></svg>$& $1</figure>';
  assert.equal(deferred(chart), chart);
  startDeferring();
  const place = deferred(chart);
  assert.ok(!place.includes("svg"));
  assert.equal(withDeferred(`<p>a</p>${place}<p>b</p>${deferred(chart)}`), `<p>a</p>${chart}<p>b</p>${chart}`);
});

test("a place that nobody made is left alone", () => {
  const place = '<figure data-deferred="0123456789abcdef"></figure>';
  assert.equal(withDeferred(place), place);
});
