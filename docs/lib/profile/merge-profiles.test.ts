import assert from "node:assert/strict";
import {test} from "node:test";
import {besideEachOther} from "./merge-profiles.js";
import {type Profile, stacksOf} from "./profile.js";
import {syntheticProfile} from "./synthetic-profile.js";

function stacks(profile: Profile): string[] {
  return Array.from(stacksOf(profile), ({frames, weight}) => `${frames.map(({name}) => name).join(";")} ${weight}`);
}

test("threads stand beside each other below their titles, equal stacks of them apart", () => {
  const one = {...syntheticProfile({"main;parse": 3}, "bytes"), title: "process 1"};
  const two = {...syntheticProfile({"main;parse": 4}, "bytes"), title: "process 2"};
  const both = besideEachOther([one, two], "both");
  assert.deepEqual(stacks(both), ["process 1;main;parse 3", "process 2;main;parse 4"]);
  assert.deepEqual([both.title, both.unit], ["both", "bytes"]);
});

test("a single thread stays as it is, under the new title", () => {
  const one = syntheticProfile({"main;parse": 3}, "bytes");
  assert.deepEqual(besideEachOther([one], "all"), {...one, title: "all"});
});
