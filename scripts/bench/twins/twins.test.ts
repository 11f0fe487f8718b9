import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {currentHashes} from "../../measure/runtimes/current-hashes.js";
import {labFile, ROOT} from "../../store.js";
import {twinKernels} from "./twin-kernels.js";
import {twinRows} from "./twin-rows.js";
import {twinTable} from "./twin-table.js";
import {checkTwins, type TwinCell, type TwinsBench} from "./twins-result.js";

const bench: TwinsBench = {
  format: 1,
  date: "2026-12-01T05:00:00.000Z",
  machine: {id: "nowhere", cpu: "none", cores: 2, memoryBytes: 1, os: "none", arch: "x64", virtual: null},
  load: [0.1, 0.2],
  seed: 1,
  seconds: 300,
  peers: [{runtime: {name: "jvm", version: "25.0.3", engine: "HotSpot", flags: []}, tool: "JMH 1.37", settings: ""}],
  cells: [cell([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])]
};

function cell(oursNs: readonly number[], theirsNs: readonly number[]): TwinCell {
  const kernel = {runtime: "jvm", lab: "strings", variant: "plus", size: 100, hash: "0".repeat(64)};
  return {...kernel, oursNs: [...oursNs], theirsNs: [...theirsNs], emptyCallNs: 2};
}

function agreement(oursNs: readonly number[], theirsNs: readonly number[]) {
  return twinRows({cells: [cell(oursNs, theirsNs)]})[0]!.agrees;
}

test("figures two per cent apart agree, however narrow their intervals are", () => {
  const theirs = [100, 100.01, 99.99, 100, 100.02];
  assert.equal(
    agreement(
      theirs.map((ns) => ns * 1.02),
      theirs
    ),
    "within 3 %"
  );
});

test("figures ten per cent apart agree only where their intervals meet", () => {
  const narrow = [100, 100.01, 99.99, 100, 100.02];
  const wide = [97, 104, 110, 101, 108, 100];
  assert.equal(
    agreement(
      narrow.map((ns) => ns * 1.1),
      narrow
    ),
    null
  );
  assert.equal(agreement(wide, [96, 99, 101, 98, 97, 100]), "the intervals meet");
});

test("intervals that meet because they are wide leave it open, and do not agree", () => {
  assert.equal(agreement([80, 100, 180, 110, 140, 95], [96, 99, 101, 98, 97, 100]), "open");
});

test("each kernel is a variant of a twin, and none is there twice", () => {
  const kernels = [...twinKernels("jvm"), ...twinKernels("python")].map((kernel) => JSON.stringify(kernel));
  assert.equal(new Set(kernels).size, kernels.length);
});

test("a file of a later format, with too few blocks or without a hash is refused with the place", () => {
  const refused = (change: object, place: RegExp) =>
    assert.throws(() => checkTwins({...bench, ...change}, "twins.json"), {name: "ResultError", message: place});
  assert.deepEqual(checkTwins(bench, "twins.json"), bench);
  refused({format: 2}, /^twins\.json: format/);
  refused({cells: [cell([1, 2], [1, 2])]}, /^twins\.json: cells\[0\]\.oursNs/);
  refused({cells: [{...bench.cells[0], hash: "none"}]}, /^twins\.json: cells\[0\]\.hash/);
  refused({cells: [{...bench.cells[0], theirsNs: [1, 2, 3, 4, 5, 6]}]}, /^twins\.json: cells\[0\]: expected a value/);
  refused({peers: []}, /^twins\.json: peers/);
});

test("a line names the tool that its runtime is held against", () => {
  assert.deepEqual(twinTable(bench)[0]!.slice(0, 2), ["JMH 1.37", "strings: plus at 100"]);
});

for (const file of [join(ROOT, "data/bench/twins.json")].filter(existsSync)) {
  test("data/bench/twins.json was made by the twins as they are now: if not, npm run bench:twins", async () => {
    const {cells} = checkTwins(JSON.parse(readFileSync(file, "utf8")), "data/bench/twins.json");
    for (const {lab, runtime, hash} of cells) {
      assert.equal((await currentHashes(labFile(lab)))(runtime), hash, `${lab} on ${runtime}`);
    }
    const measured = cells.map(({runtime, lab, variant, size}) => ({runtime, lab, variant, size}));
    assert.deepEqual(measured, [...twinKernels("jvm"), ...twinKernels("python")]);
  });
}
