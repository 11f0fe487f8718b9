import assert from "node:assert/strict";
import {test} from "node:test";
import {ResultError} from "../check-value.js";
import {fromHeapProfile} from "./from-heap-profile.js";
import {functionRows} from "./function-rows.js";
import {checkHeapProfile} from "./heap-profile.js";
import {sumOf} from "./profile.js";

const callFrame = (functionName: string) => ({functionName, scriptId: "1", url: "", lineNumber: 0, columnNumber: 0});

function head() {
  const leaf = {callFrame: callFrame("leaf"), selfSize: 300, id: 3, children: [] as unknown[]};
  const middle = {callFrame: callFrame("middle"), selfSize: 20, id: 2, children: [leaf]};
  return {callFrame: callFrame("(root)"), selfSize: 0, id: 1, children: [middle]};
}

const samples = [
  {size: 100, nodeId: 3, ordinal: 1},
  {size: 200, nodeId: 3, ordinal: 2},
  {size: 20, nodeId: 2, ordinal: 3}
];

test("bytes of each function are its own and those of what it called", () => {
  const profile = fromHeapProfile(checkHeapProfile({head: head(), samples}, "h"), "h");
  assert.deepEqual(sumOf(profile), {weight: 320, samples: 3});
  assert.deepEqual(
    functionRows(profile).map(({frame, self, total, samples}) => [frame.name, self, total, samples]),
    [
      ["leaf", 300, 300, 2],
      ["middle", 20, 320, 1]
    ]
  );
});

test("a node that is wrong is named by its way from the root", () => {
  const spoilt = head();
  spoilt.children[0]!.children[0]!.selfSize = -1;
  assert.throws(() => checkHeapProfile({head: spoilt, samples}, "h"), {
    name: "ResultError",
    message: "h: head.children[0].children[0]: selfSize: expected >=0, got -1"
  });
  assert.throws(() => checkHeapProfile({samples}, "h"), ResultError);
  assert.throws(() => checkHeapProfile({head: head(), samples: [{size: "1", nodeId: 1, ordinal: 1}]}, "h"), {
    message: 'h: samples[0].size: expected number, got "1"'
  });
});

test("a recording of an older Node, without samples, has bytes all the same", () => {
  assert.equal(sumOf(fromHeapProfile(checkHeapProfile({head: head()}, "h"), "h")).weight, 320);
});

test("a hundred thousand nested calls are read without running out of stack", () => {
  let node = {callFrame: callFrame("f"), selfSize: 1, id: 0, children: [] as unknown[]};
  for (let id = 1; id < 100_000; id++) node = {callFrame: callFrame("f"), selfSize: 1, id, children: [node]};
  const profile = fromHeapProfile(checkHeapProfile({head: node, samples: []}, "h"), "h");
  const [row] = functionRows(profile);
  assert.deepEqual([row!.self, row!.total], [99_999, 99_999]);
});
