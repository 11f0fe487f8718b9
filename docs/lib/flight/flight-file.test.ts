import assert from "node:assert/strict";
import {test} from "node:test";
import {profileFromText} from "../profile/profile-from-text.js";
import {packFlight, unpackFlight} from "./flight-file.js";
import {judgeThread} from "./judge-flight.js";
import {lateTurn, syntheticFlight} from "./synthetic-flight.js";

const flight = syntheticFlight({
  ms: 2000,
  stacks: [[500, 740, "main (file:///app/main.js:1);parse (file:///app/orders.js:31)"]],
  late: [lateTurn(500, 240)],
  collections: [{at: 100, ms: 2.5, isFull: true, heapUsed: 4e6}]
});
const packed = () => JSON.parse(JSON.stringify(packFlight(flight)));

test("a flight comes out of its file as it went in", () => {
  const again = unpackFlight(packed(), "flight.json");
  assert.deepEqual(packFlight(again), packed());
  assert.deepEqual(judgeThread(again, again.threads[0]!), judgeThread(flight, flight.threads[0]!));
});

test("its stacks can be read as a profile, with the same weight", () => {
  const profile = profileFromText(JSON.stringify(packed()), "flight.json");
  assert.equal(
    profile.tree.self.reduce((sum, weight) => sum + weight, 0),
    2_000_000
  );
  assert.ok(profile.frames.some(({name}) => name === "parse"));
});

test("a file that is cut off, of another kind or wrong in itself is refused with the place", () => {
  const wrong: [change: (file: ReturnType<typeof packed>) => unknown, expected: RegExp][] = [
    [(file) => ({...file, version: 2}), /^f: version: /],
    [(file) => ({...file, threads: []}), /^f: threads: /],
    [
      (file) => Object.assign(file.threads[0], {gaps: []}) && file,
      /^f: threads\[0\]: gaps: expected one value a sample/
    ],
    [(file) => Object.assign(file.threads[0], {parent: [9, 0, 0]}) && file, /^f: threads\[0\]: frame\[0\]: expected a/],
    [(file) => Object.assign(file.threads[0], {frame: [99]}) && file, /^f: threads\[0\]: frame\[0\]: expected a frame/],
    [(file) => file.threads[0].nodes.fill(99) && file, /^f: threads\[0\]: nodes\[0\]: expected a node, got 99/],
    [(file) => file.threads[0].weights.fill(null) && file, /^f: threads\[0\]: weights\[0\]: expected a number/],
    [(file) => file.threads[0].late.push([1, 2]) && file, /^f: threads\[0\]\.late\[1\]/],
    [() => null, /^f: /]
  ];
  for (const [change, message] of wrong)
    assert.throws(() => unpackFlight(change(packed()), "f"), {name: "ResultError", message}, String(message));
});
