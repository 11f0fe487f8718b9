import assert from "node:assert/strict";
import {test} from "node:test";
import {sumOf} from "./profile.js";
import {profileFromText} from "./profile-from-text.js";
import {syntheticCpuProfile} from "./synthetic-profile.js";

const callFrame = {functionName: "keep", scriptId: "0", url: "app.js", lineNumber: 1, columnNumber: 1};
const heap = {head: {callFrame, selfSize: 40, id: 1, children: []}, samples: []};

test("a CPU profile and a heap profile are told apart by what is in them", () => {
  const cpu = profileFromText(JSON.stringify(syntheticCpuProfile(["a"], [0, 0], [0, 10], 10)), "any.name");
  assert.deepEqual([cpu.title, cpu.unit, sumOf(cpu).weight], ["any.name", "microseconds", 20]);
  assert.equal(profileFromText(JSON.stringify(heap), "other.name").unit, "bytes");
});

test("what is cut off, of another kind or wrong in itself is named with the place", () => {
  const refuses = (text: string, pattern: RegExp) =>
    assert.throws(() => profileFromText(text, "mine.cpuprofile"), pattern);
  refuses('{"nodes": [{"id"', /^ResultError: mine\.cpuprofile: expected JSON: /);
  refuses("[]", /mine\.cpuprofile: expected a \.cpuprofile or a \.heapprofile/);
  refuses("null", /mine\.cpuprofile: expected a \.cpuprofile or a \.heapprofile/);
  refuses('{"nodes": []}', /mine\.cpuprofile: nodes: /);
  refuses(JSON.stringify({head: {...heap.head, selfSize: -1}}), /mine\.cpuprofile: head: selfSize: /);
});
