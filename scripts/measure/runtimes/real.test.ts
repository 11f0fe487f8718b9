import assert from "node:assert/strict";
import {test} from "node:test";
import "../../temporary-data.js";

const {describe} = await import("../describe.js");
const {fork} = await import("../fork.js");
const {ForkError} = await import("../ask.js");
const {settingsFor} = await import("#lib/settings.js");
const {SELF_CHECK_LAB} = await import("../self-check.js");
const {KINDS} = await import("./kinds.js");

const signal = new AbortController().signal;

for (const kind of KINDS) {
  const handle = (await kind.find()).at(-1);
  const skip = handle === undefined ? `no ${kind.name} on this machine: ${kind.install}` : false;

  test(`${kind.name} describes a lab and measures a fork of it by the protocol of all`, {skip}, async () => {
    const lab = await kind.compile(SELF_CHECK_LAB, handle!);
    assert.ok(lab !== null, "the lab of the self-check has a twin");
    assert.equal(await kind.hash(SELF_CHECK_LAB), lab.hash);
    const options = {runtime: handle!, child: await kind.child(handle!), timeoutMs: 60_000, signal};
    const {variants, kind: bound} = await describe(lab, options);
    assert.deepEqual(variants.map(({name}) => name).sort(), ["again", "once", "two-per-cent-more"]);
    const request = {block: 0, order: 0, variant: "once", size: 1, seed: 1, settings: settingsFor(bound, "quick")};
    const {answer, fork: measured} = await fork(lab, request, options);
    assert.equal(answer.type, "number");
    assert.ok(measured.samplesNs.length >= 7);
    await assert.rejects(fork(lab, {...request, variant: "none"}, options), ForkError);
  });
}
