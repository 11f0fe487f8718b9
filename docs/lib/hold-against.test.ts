import assert from "node:assert/strict";
import test from "node:test";
import {holdAgainst} from "./hold-against.js";

test("an interval that ends on a bound lies outside of an open range if it comes from outside, and is undecided from inside", () => {
  assert.equal(holdAgainst({above: 1}, [0.8, 1]), "fails");
  assert.equal(holdAgainst({above: 1}, [1, 1.2]), "undecided");
  assert.equal(holdAgainst({above: 1}, [1.001, 1.2]), "holds");
  assert.equal(holdAgainst({below: 1}, [1, 1.2]), "fails");
});

test("an interval that reaches beyond both ends of a range leaves it undecided, and a range without ends takes all", () => {
  assert.equal(holdAgainst({above: 0.9, below: 1.1}, [0.5, 2]), "undecided");
  assert.equal(holdAgainst({}, [0.001, 1e9]), "holds");
});
