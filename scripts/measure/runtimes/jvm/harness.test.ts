import assert from "node:assert/strict";
import "../../../temporary-data.js";
import {test} from "node:test";
import {seededRandom} from "#lib/random.js";
import {askProbe, javas, type ProbeCall} from "./ask-probe.js";

const {handles, skip} = await javas();

/** What the harness gives on the newest Java here. */
const give = (...calls: ProbeCall[]) => askProbe(handles.at(-1)!, calls);

test("random numbers are those of random.ts, bit by bit", {skip}, async () => {
  const seeds = [0, 1, 42, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
  const given = await give(...seeds.map((seed) => ({give: "random", seed})));
  assert.deepEqual(
    given,
    seeds.map((seed) => Array.from({length: 4}, seededRandom(seed)))
  );
});

test("xoshiro128** gives the numbers of the reference implementation (as the tests of Rust's rand_xoshiro have them)", {
  skip
}, async () => {
  const words = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
  assert.deepEqual(await give({give: "xoshiro"}), [words]);
});

test("texts are hashed by FNV-1a over UTF-16 code units", {skip}, async () => {
  // Test vectors of the 32-bit hash: http://www.isthe.com/chongo/tech/comp/fnv/
  const given = await give(...["", "a", "foobar"].map((text) => ({give: "hash", text})));
  assert.deepEqual(given, [0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test("JSON is written as it was read", {skip}, async () => {
  const values = [
    {},
    [],
    {a: [1, -2.5, 1e21, 1e-7, 0], b: {c: null, d: true, e: false}},
    ['"\\\b\f\n\r\t/', "\u0000\u001f", "ü€😀", ""],
    [[[]], {x: {}}],
    "a text",
    12
  ];
  const given = await give(...values.map((value) => ({give: "json", text: JSON.stringify(value, null, 2)})));
  assert.deepEqual(given, values);
});

test("escapes are read as any JSON has them", {skip}, async () => {
  assert.deepEqual(await give({give: "json", text: '"\\u00fc\\ud83d\\ude00\\/\\u0000"'}), ["ü😀/\0"]);
});

test("what is not JSON is refused, and the place is named", {skip}, async () => {
  const cases: [string, string][] = [
    ["", "a value at character 0"],
    ["{", '" at character 1'],
    ['{"a" 1}', ": at character 5"],
    ["[1,]", "a value at character 3"],
    ["[1 2]", "] at character 3"],
    ['"abc', '" at character 4'],
    ['"\\x"', "an escape at character 3"],
    ['"\\u12g4"', "four hexadecimal digits at character 5"],
    ["tru", "a value at character 0"],
    ["1-", "a value at character 0"],
    ["{} {}", "the end at character 3"]
  ];
  const given = await give(...cases.map(([text]) => ({give: "json", text})));
  assert.deepEqual(
    given,
    cases.map(([, what]) => ({refused: `not JSON: expected ${what}`}))
  );
});

test("what cannot be compared is no answer", {skip}, async () => {
  const [given] = await give({give: "answer of NaN"});
  assert.match((given as {refused: string}).refused, /^here: expected a finite number or a text .*, got NaN\n/);
});

test("a collection stops the thread and is not taken for preemption: each may have been a millisecond longer than told", {
  skip
}, async () => {
  assert.deepEqual(await give({give: "away"}), [7e6]);
});
