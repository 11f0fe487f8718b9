import assert from "node:assert/strict";
import "../../../temporary-data.js";
import {test} from "node:test";
import type {RuntimeHandle} from "../runtime.js";
import {javas, probe} from "./ask-probe.js";

const {handles, skip} = await javas();

/** The compiler tells what it inlines, and Java waits for it, so that the log does not depend on the machine. */
const LOG = ["-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintCompilation", "-XX:+PrintInlining", "-Xbatch"];

test("a variant that does nothing is called by the loop that times it, not compiled into it", {skip}, async () => {
  for (const handle of handles) {
    const calls = await callsIn(handle, "opened");
    assert.ok(calls.length > 0, `${handle.version}: the loop was not compiled`);
    for (const call of calls) assert.match(call, /virtual call/, handle.version);
  }
});

test("the log would show it: a loop that has met one function has it compiled into itself", {skip}, async () => {
  for (const handle of handles) {
    const calls = await callsIn(handle, "unopened");
    assert.ok(
      calls.some((call) => call.includes("inline (hot)")),
      `${handle.version}: ${calls.join("\n")}`
    );
  }
});

test("an empty call is one too, where its time is asked: no compiler takes its function for a constant", {
  skip
}, async () => {
  for (const handle of handles) {
    const calls = await callsIn(handle, "empty", "OpaqueCall::emptyCallNs");
    assert.ok(calls.length > 0, `${handle.version}: it was not compiled`);
    for (const call of calls) assert.match(call, /virtual call/, handle.version);
  }
});

const LOOP = "Work\\$OfNumber::repeat";

/** What the last tier says of the call in the loop, each time that it compiles this method. */
async function callsIn(handle: RuntimeHandle, give: string, method = LOOP): Promise<string[]> {
  const lines = (await probe(handle, [{give}], LOG)).split("\n");
  const compiled = new RegExp(` 4 +hotpath\\.${method} `);
  const compilations = lines.flatMap((line, i) => (compiled.test(line) ? [i] : []));
  const isCall = (line: string) => /^ +@ \d+ .*::applyAsDouble /.test(line);
  return compilations.map((start) => lines.slice(start).find(isCall) ?? "no call in the log");
}
