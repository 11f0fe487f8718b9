import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {before, test} from "node:test";
import type {SiteDigest} from "#lib/digest.js";
import {publishDigest} from "./digest.js";
import {environmentsOf} from "./environments.js";
import {labNamed, labNames} from "./known-labs.js";
import {prepareLabs} from "./prepare.js";

before(prepareLabs);

test("the digest has every lab with its claims and every run that is there, and no sample", () => {
  const text = readFileSync(join("docs", publishDigest()), "utf8");
  const {labs, reference, local} = JSON.parse(text) as SiteDigest;
  assert.deepEqual(
    labs.map(({name, claims}) => [name, claims.length]),
    labNames().map((name) => [name, labNamed(name).claims.length])
  );
  assert.equal(reference.length + local.length, labNames().flatMap(environmentsOf).length);
  assert.doesNotMatch(text, /samplesNs/);
});

test("the same results give the same address", () => {
  assert.equal(publishDigest(), publishDigest());
});
