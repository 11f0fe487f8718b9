import assert from "node:assert/strict";
import {test} from "node:test";
import {seededRandom} from "../random.js";
import {heapGrowth} from "./heap-growth.js";
import type {Profile} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";
import {syntheticProfile} from "./synthetic-profile.js";

/** Functions of one file with their bytes and the samples that found them. */
function allocations(sites: Readonly<Record<string, readonly [bytes: number, samples: number]>>): Profile {
  const builder = new ProfileBuilder();
  for (const [name, [bytes, samples]] of Object.entries(sites)) {
    const frame = builder.frame({name, file: "file:///app.js", line: 1, column: 1});
    builder.add(builder.node(0, frame), bytes, samples);
  }
  return builder.build({title: "app", unit: "bytes"});
}

function growthOf(before: Profile, after: Profile): unknown[] {
  return heapGrowth(before, after).rows.map(({frame, growth, clear}) => [frame.name, growth, clear]);
}

test("growth is in bytes, the greatest first, and a function may come or go", () => {
  const before = allocations({stays: [400_000, 400], grows: [100_000, 100], goes: [300_000, 300]});
  const after = allocations({stays: [400_000, 400], grows: [900_000, 900], comes: [50_000, 50]});
  assert.deepEqual(growthOf(before, after), [
    ["grows", 800_000, true],
    ["goes", -300_000, true],
    ["comes", 50_000, true],
    ["stays", 0, false]
  ]);
});

test("a hundred samples more or less of ten thousand are no clear growth: two standard errors are 283", () => {
  const side = (samples: number) => allocations({site: [samples * 1000, samples]});
  assert.deepEqual(growthOf(side(10_000), side(10_100)), [["site", 100_000, false]]);
  assert.deepEqual(growthOf(side(10_000), side(10_300)), [["site", 300_000, true]]);
});

test("one large object is clear growth, one sample of small ones is none", () => {
  const before = allocations({rest: [1_000_000, 1000]});
  const large = allocations({rest: [1_000_000, 1000], large: [50_000_000, 1]});
  const small = allocations({rest: [1_000_000, 1000], small: [1000, 1]});
  assert.deepEqual(growthOf(before, large)[0], ["large", 50_000_000, true]);
  assert.deepEqual(growthOf(before, small)[0], ["small", 1000, false]);
});

test("where no samples are counted nothing is said of chance, and other units are refused", () => {
  const uncounted = allocations({site: [5000, 0]});
  assert.deepEqual(growthOf(uncounted, allocations({site: [9000, 9]})), [["site", 4000, null]]);
  assert.throws(() => heapGrowth(uncounted, syntheticProfile({a: 1}, "microseconds")), {
    name: "ResultError",
    message: /expected a profile of bytes, got one of microseconds/
  });
});

/** An allocation of `bytes` is sampled with the chance 1 − exp(−bytes / interval), as V8 does it. */
function sampled(bytes: number, times: number, interval: number, random: () => number): readonly [number, number] {
  const chance = 1 - Math.exp(-bytes / interval);
  let samples = 0;
  for (let index = 0; index < times; index++) if (random() < chance) samples++;
  return [(samples * bytes) / chance, samples];
}

test("of equal programs at most about one function in twenty is called clear, whatever its objects weigh", () => {
  const random = seededRandom(7);
  for (const bytes of [50, 20_000, 100_000]) {
    let clear = 0;
    for (let round = 0; round < 200; round++) {
      const profile = () =>
        allocations({
          site: sampled(bytes, Math.ceil(4_000_000 / bytes), 32_768, random),
          other: sampled(50, 20_000, 32_768, random)
        });
      const row = heapGrowth(profile(), profile()).rows.find(({frame}) => frame.name === "site");
      if (row?.clear === true) clear++;
    }
    assert.ok(clear <= 16, `${bytes} B: ${clear} of 200`);
  }
});
