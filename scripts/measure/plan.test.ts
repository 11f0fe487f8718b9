import assert from "node:assert/strict";
import {test} from "node:test";
import {describeLab} from "#lib/describe-lab.js";
import {ReaderError} from "../errors.js";
import {cellsOf, keyOf, type Wanted} from "./plan.js";

const run = () => 1;
const lab = describeLab({
  question: "?",
  sizes: [10, 100, 1000],
  setup: run,
  baseline: "concat",
  variants: {
    concat: run,
    join: run,
    prepend: {run, sizes: [10, 100]},
    finished: run,
    flat: {run, against: "finished"}
  },
  claims: [
    {that: "", variant: "join", ratio: {above: 1}, at: 1000},
    {that: "", variant: "prepend", growth: {above: 1}, from: 10, to: 100}
  ]
});

const cells = (wanted: Wanted) => cellsOf(lab, wanted).map(keyOf);

function refusal(wanted: Wanted): {message: string; hint: readonly string[]} {
  try {
    cellsOf(lab, wanted);
  } catch (error) {
    assert.ok(error instanceof ReaderError, String(error));
    return error;
  }
  assert.fail("nothing was refused");
}

test("all of a lab is every variant at every size that it has", () => {
  assert.equal(cells({}).length, 14);
  assert.ok(!cells({}).includes("prepend at 1000"));
});

test("a wanted variant brings the one that it is compared with", () => {
  assert.deepEqual(cells({variants: ["join"], sizes: [10]}), ["concat at 10", "join at 10"]);
  assert.deepEqual(cells({variants: ["flat"], sizes: [10]}), ["finished at 10", "flat at 10"]);
});

test("the claims alone need their variants, baselines and sizes", () => {
  assert.deepEqual(cells({claimsOnly: true}), [
    "concat at 10",
    "concat at 100",
    "concat at 1000",
    "join at 1000",
    "prepend at 10",
    "prepend at 100"
  ]);
});

test("a lab without claims is measured whole", () => {
  assert.equal(cellsOf({...lab, claims: []}, {claimsOnly: true}).length, 14);
});

test("an unknown variant is refused with the nearest name and all others", () => {
  const {message, hint} = refusal({variants: ["joni"]});
  assert.equal(message, "--variant: no variant joni");
  assert.deepEqual(hint, ["did you mean join? there are: concat, join, prepend, finished, flat"]);
});

test("an unknown size is refused with those that there are", () => {
  const {message, hint} = refusal({sizes: [10, 20]});
  assert.equal(message, "--size: no size 20");
  assert.deepEqual(hint, ["there are: 10, 100, 1000"]);
});

test("a variant wanted only at sizes that it does not have is refused with those that it has", () => {
  const {message, hint} = refusal({variants: ["prepend"], sizes: [1000]});
  assert.equal(message, "--size: prepend not measured at 1000");
  assert.deepEqual(hint, ["prepend is measured at 10, 100"]);
  assert.deepEqual(cells({variants: ["prepend", "join"], sizes: [1000]}), ["concat at 1000", "join at 1000"]);
});
