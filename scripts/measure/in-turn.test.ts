import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom} from "#lib/random.js";
import {inTurn} from "./in-turn.js";

test("everyone takes a step in every round, until it has ended, and the order changes from round to round", async () => {
  const steps: string[] = [];
  async function* walk(name: string, length: number): AsyncGenerator<void, string> {
    for (let step = 0; step < length; step++) {
      steps.push(`${name}${step}`);
      yield;
    }
    return name.toUpperCase();
  }
  const values = await inTurn([walk("a", 30), walk("b", 30), walk("c", 10)], seededRandom(1));
  assert.deepEqual(values, ["A", "B", "C"]);
  const rounds = Array.from({length: 30}, (_, round) => steps.filter((step) => step.slice(1) === String(round)));
  assert.deepEqual(steps, rounds.flat());
  assert.deepEqual([...rounds[0]!].sort(), ["a0", "b0", "c0"]);
  assert.equal(rounds[20]!.length, 2);
  assert.ok(new Set(rounds.map((round) => round[0]![0])).size > 1);
});

test("what one throws ends all", async () => {
  async function* fails(): AsyncGenerator<void, number> {
    yield;
    throw new Error("no space");
  }
  async function* endless(): AsyncGenerator<void, number> {
    for (;;) yield;
  }
  await assert.rejects(
    inTurn([endless(), fails()], () => 0),
    {message: "no space"}
  );
});
