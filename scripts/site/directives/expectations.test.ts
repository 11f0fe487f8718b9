import assert from "node:assert/strict";
import {before, test} from "node:test";
import {labNamed} from "../known-labs.js";
import {prepareLabs} from "../prepare.js";
import {EXPECTATIONS} from "./expectations.js";

before(prepareLabs);

test("every expectation is about a claim that its lab makes today", () => {
  for (const {lab, that} of EXPECTATIONS) {
    assert.ok(
      labNamed(lab).claims.some((claim) => claim.that === that),
      `${lab} no longer claims: ${that}`
    );
  }
});
