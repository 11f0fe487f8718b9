import assert from "node:assert/strict";
import {test} from "node:test";
import {agree, answerOf, answerText} from "./answer.js";

const of = (value: unknown) => answerOf(value, "here");

test("nothing, objects, promises and not-a-number are no answers, and the error says what came", () => {
  const cases: [unknown, string][] = [
    [undefined, "nothing (undefined)"],
    [null, "null"],
    [Promise.resolve(1), "a promise"],
    [{}, "a value of type object"],
    [() => 1, "a value of type function"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"]
  ];
  for (const [value, what] of cases) {
    assert.throws(
      () => of(value),
      ({message}: Error) => message.startsWith("here: expected a finite number") && message.includes(`, got ${what}\n`)
    );
  }
});

test("texts are told apart by length and FNV-1a hash", () => {
  // Test vectors of the 32-bit hash: http://www.isthe.com/chongo/tech/comp/fnv/
  assert.deepEqual(of(""), {type: "string", length: 0, hash: 0x811c9dc5});
  assert.deepEqual(of("a"), {type: "string", length: 1, hash: 0xe40c292c});
  assert.deepEqual(of("foobar"), {type: "string", length: 6, hash: 0xbf9cf968});
  assert.ok(!agree(of("ab"), of("ba"), 1));
});

test("numbers agree within a tolerance relative to the larger, and exactly if there is none", () => {
  assert.ok(agree(of(1), of(1), 0));
  assert.ok(!agree(of(1), of(1 + Number.EPSILON), 0));
  assert.ok(agree(of(1000), of(1001), 0.001));
  assert.ok(!agree(of(1000), of(1002), 0.001));
  assert.ok(agree(of(-1000), of(-1001), 0.001));
  assert.ok(!agree(of(1), of(-1), 0.001));
  assert.ok(agree(of(0), of(-0), 0));
});

test("answers of different types never agree, however alike they read", () => {
  assert.ok(!agree(of(1), of(1n), 1));
  assert.ok(!agree(of(true), of("true"), 1));
  assert.ok(agree(of(10n), of(10n), 0));
  assert.ok(!agree(of(true), of(false), 1));
});

test("an answer in a message is short", () => {
  assert.equal(answerText(of(12n)), "12");
  assert.equal(
    answerText(of("x".repeat(5000))),
    `a text of 5000 characters (hash ${(of("x".repeat(5000)) as {hash: number}).hash})`
  );
});
