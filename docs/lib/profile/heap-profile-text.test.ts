import assert from "node:assert/strict";
import {test} from "node:test";
import {fromHeapProfile} from "./from-heap-profile.js";
import {functionRows} from "./function-rows.js";
import {checkHeapProfile} from "./heap-profile.js";
import {heapProfileText} from "./heap-profile-text.js";
import {type Profile, sumOf} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";
import {syntheticProfile} from "./synthetic-profile.js";

function through(profile: Profile): Profile {
  return fromHeapProfile(checkHeapProfile(JSON.parse(heapProfileText(profile)), "again"), "again");
}

function rows(profile: Profile): unknown[] {
  return functionRows(profile).map(({frame, self, total, samples}) => [frame, self, total, samples]);
}

test("a profile that is written and read again has the same functions, places, bytes and samples", () => {
  const profile = syntheticProfile(
    {"main (file:///a.js:1:1);parse (file:///b.js:7:3)": 300, "main (file:///a.js:1:1);(V8 API)": 20, main: 5},
    "bytes"
  );
  const again = through(profile);
  assert.deepEqual(rows(again), rows(profile));
  assert.deepEqual(sumOf(again), sumOf(profile));
});

test("bytes that no function allocated stay with the root", () => {
  const builder = new ProfileBuilder();
  builder.add(0, 64, 1);
  assert.deepEqual(sumOf(through(builder.build({title: "", unit: "bytes"}))), {weight: 64, samples: 1});
});

test("a hundred thousand nested calls are written without running out of stack", () => {
  const builder = new ProfileBuilder();
  const frame = builder.frame({name: "f", file: "", line: 0, column: 0});
  let node = 0;
  for (let depth = 0; depth < 100_000; depth++) node = builder.node(node, frame);
  builder.add(node, 10, 1);
  const [row] = functionRows(through(builder.build({title: "", unit: "bytes"})));
  assert.deepEqual([row!.self, row!.total], [10, 10]);
});
