import assert from "node:assert/strict";
import {test} from "node:test";
import {selfCheck} from "./self-check.js";
import {expectClose} from "./stats/expect-close.js";
import {syntheticForks} from "./synthetic-run.js";

const forksOf = (again: number, more: number, spread = 0.001, blocks = 6) =>
  syntheticForks({times: {once: 100, again: 100 * again, "two-per-cent-more": 100 * more}, sizes: [1], blocks, spread});

test("a machine that finds two per cent and no more can be trusted", () => {
  const check = selfCheck(forksOf(1, 1.02))!;
  assert.equal(check.trustworthy, true);
  assert.equal(check.identical.verdict, "same");
  assert.equal(check.twoPerCent.verdict, "slower");
  assert.match(
    check.sentence,
    /^In plain arithmetic this machine can tell differences from [\d.]+ % up today: the same work measured twice/
  );
});

test("what it resolves is how far the interval of the identical pair reaches from 1, on either side", () => {
  for (const again of [1.004, 1 / 1.004]) {
    const {resolves, identical} = selfCheck(forksOf(again, 1.02))!;
    const [low, high] = identical.estimate.interval;
    expectClose(resolves, again > 1 ? high - 1 : 1 / low - 1, 1e-9);
    assert.ok(resolves > 0.004);
  }
});

test("a machine that calls identical work different cannot", () => {
  const check = selfCheck(forksOf(1.03, 1.02))!;
  assert.equal(check.trustworthy, false);
  assert.match(
    check.sentence,
    /^This machine calls identical work different today, so small differences mean nothing: /
  );
});

test("nor one that cannot find two per cent", () => {
  const check = selfCheck(forksOf(1, 1.02, 0.1))!;
  assert.equal(check.trustworthy, false);
  assert.ok(check.resolves > 0.02);
  assert.match(check.sentence, /^This machine cannot find a difference of two per cent today: /);
});

test("nor one that takes two per cent for ten", () => {
  const check = selfCheck(forksOf(1, 1.1))!;
  assert.equal(check.trustworthy, false);
  assert.match(check.sentence, /^This machine does not measure two per cent as two per cent today: /);
});

test("too few blocks are no check, neither are forks of one variant alone", () => {
  assert.equal(selfCheck(forksOf(1, 1.02, 0.001, 4)), null);
  assert.equal(selfCheck([]), null);
  assert.equal(selfCheck(forksOf(1, 1.02).filter(({variant}) => variant !== "two-per-cent-more")), null);
});
