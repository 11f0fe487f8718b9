import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {explainReason} from "./explain-reason.js";
import {readV8Log} from "./read-v8-log.js";

for (const version of ["11.3", "12.4", "13.6", "14.6"]) {
  const {deoptimisations} = readV8Log(readFileSync(new URL(`golden/v8-${version}.log`, import.meta.url), "utf8"));

  test(`V8 ${version}: every reason of the golden program has its words`, () => {
    for (const each of deoptimisations) assert.doesNotMatch(explainReason(each).meaning, /^V8 says/);
  });

  test(`V8 ${version}: what remains without the harmless is what the golden program does to its code`, () => {
    const kept = new Set(deoptimisations.filter((each) => !explainReason(each).harmless).map(({reason}) => reason));
    assert.ok(kept.has("not a Smi") && kept.has("wrong map"));
    for (const reason of kept) assert.match(reason, /^(wrong map|not a Smi|wrong call target|out of bounds)$/);
  });
}

test("a reason that no list has keeps V8's words and is not called harmless", () => {
  assert.deepEqual(explainReason({kind: "deopt-eager", reason: "moon too full"}), {
    meaning: "V8 says: moon too full",
    harmless: false
  });
});

test("a part that had never run is explained alike for every operation", () => {
  const of = (operation: string) =>
    explainReason({kind: "deopt-eager", reason: `Insufficient type feedback for ${operation}`});
  assert.deepEqual(of("call"), of("generic named access"));
});
