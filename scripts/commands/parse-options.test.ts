import assert from "node:assert/strict";
import {test} from "node:test";
import {collect, parseDuration, parseFailOn, parsePercent, parseShard, parseWhole} from "./parse-options.js";

test("a duration is read in milliseconds, seconds and minutes, and a bare number is seconds", () => {
  assert.deepEqual(["500ms", "30s", "1.5m", "12"].map(parseDuration), [0.5, 30, 90, 12]);
});

test("a duration that is zero, negative or has another unit is refused with what came", () => {
  for (const text of ["0s", "-3s", "3h", "soon", ""]) {
    assert.throws(() => parseDuration(text), {message: `must be a time like 30s or 2m, got ${text}`});
  }
});

test("a margin without a per cent sign is refused, so that 1 is never taken for 100 %", () => {
  assert.equal(parsePercent("1%"), 0.01);
  for (const text of ["1", "0%", "60%", "-1%"]) assert.throws(() => parsePercent(text), /must be a percentage/);
});

test("a whole number may be grouped, and nothing else is taken for one", () => {
  assert.deepEqual(["10000", "10,000", "10_000"].map(parseWhole(1)), [10000, 10000, 10000]);
  for (const text of ["1.5", "0x10", "1e3", "", "-1", "ten"])
    assert.throws(() => parseWhole(1)(text), /must be a whole number/);
});

test("a repeated option and a list add up, and a grouped number is not taken for a list", () => {
  const sizes = collect(parseWhole(1));
  assert.deepEqual(sizes("10,000", sizes("32,320")), [32320, 10000]);
  assert.deepEqual(sizes("32, 320,3200"), [32, 320, 3200]);
});

test("a part of a run is one of at least as many", () => {
  assert.deepEqual(parseShard(" 2/8 "), {index: 2, of: 8});
  for (const text of ["", "2", "0/8", "9/8", "2/0", "-1/8", "1.5/8", "2/8/9", "2 of 8", "1/99999"]) {
    assert.throws(() => parseShard(text), /must be like 2\/8/, text);
  }
});

test("what a build must not become is a word and a percentage", () => {
  assert.deepEqual(parseFailOn("slower:5%"), {verdict: "slower", share: 0.05});
  assert.deepEqual(parseFailOn("faster: 2.5 %"), {verdict: "faster", share: 0.025});
  assert.deepEqual(parseFailOn("slower:100%").share, 1);
  for (const text of ["", "slower", "slower:", "slower:5", "same:5%", "slower:0%", "slower:1001%", "Slower:5%"]) {
    assert.throws(() => parseFailOn(text), /must be /, text);
  }
});
