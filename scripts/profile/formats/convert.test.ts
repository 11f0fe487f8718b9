import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {before, test} from "node:test";
import {gunzipSync} from "node:zlib";
import * as pprof from "pprof-format";
import {checkCpuProfile} from "#lib/profile/cpu-profile.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {ProfileBuilder} from "#lib/profile/profile-builder.js";
import {syntheticProfile} from "#lib/profile/synthetic-profile.js";
import {ReaderError} from "../../errors.js";
import type {WriteOptions} from "./format.js";
import {readProfile} from "./read-profile.js";
import {recordProfile} from "./recorded-profile.js";
import {writeProfile} from "./write-profile.js";

let cpu: Profile;
let heap: Profile;
let folder = "";

before(async () => {
  const [cpuFile, heapFile] = await Promise.all([recordProfile("cpu"), recordProfile("heap")]);
  folder = dirname(cpuFile);
  cpu = await readProfile(cpuFile);
  heap = await readProfile(heapFile);
});

/** Writes a profile and reads it again. */
async function through(profile: Profile, name: string, options: WriteOptions = {}): Promise<Profile> {
  await writeProfile(join(folder, name), profile, options);
  return readProfile(join(folder, name));
}

/** Self and total of every function, without what some formats cannot hold. */
function rows(profile: Profile, weigh: "self" | "samples" = "self"): string[] {
  const merged = new Map<string, number>();
  for (const row of functionRows(profile)) {
    const key = `${row.frame.name} ${row.frame.file}:${row.frame.line}`;
    merged.set(key, (merged.get(key) ?? 0) + row[weigh]);
  }
  return [...merged]
    .filter(([, weight]) => weight > 0)
    .map(([key, weight]) => `${key} ${Math.round(weight)}`)
    .sort();
}

test("a real recording finds the functions where their time is", () => {
  assert.equal(cpu.unit, "microseconds");
  const total = (name: string) => functionRows(cpu).find(({frame}) => frame.name === name)?.total ?? 0;
  assert.ok(total("outer") > 0);
  assert.ok(total("spin") > 0);
  assert.equal(heap.unit, "bytes");
  assert.ok(sumOf(heap).weight > 0);
});

test("every format that holds weights keeps those of each function, their sum and the number of samples", async () => {
  for (const name of ["again.cpuprofile", "again.speedscope.json", "again.pb.gz"]) {
    const again = await through(cpu, name);
    assert.equal(again.unit, "microseconds", name);
    assert.deepEqual(rows(again), rows(cpu), name);
    assert.deepEqual(rows(again, "samples"), rows(cpu, "samples"), name);
    assert.ok(Math.abs(sumOf(again).weight - sumOf(cpu).weight) < 1, name);
    assert.equal(sumOf(again).samples, sumOf(cpu).samples, name);
  }
});

test("folded stacks keep the samples of each function, or its microseconds if they are asked for", async () => {
  const counted = await through(cpu, "counted.folded");
  assert.equal(counted.unit, "samples");
  assert.deepEqual(rows(counted).filter(isNamed), rows(cpu, "samples").filter(isNamed));
  assert.equal(sumOf(counted).weight, sumOf(cpu).samples);
  const weighed = await through(cpu, "weighed.folded", {weights: true});
  assert.equal(sumOf(weighed).weight, Math.round(sumOf(cpu).weight));
});

test("bytes stay bytes, and no CPU profile is made of them", async () => {
  for (const name of ["heap.speedscope.json", "heap.pb.gz"]) {
    const again = await through(heap, name);
    assert.equal(again.unit, "bytes", name);
    assert.ok(Math.abs(sumOf(again).weight - sumOf(heap).weight) < heap.tree.self.length, name);
  }
  assert.equal(sumOf(await through(heap, "heap.folded")).weight, Math.round(sumOf(heap).weight));
  await assert.rejects(through(heap, "heap.cpuprofile"), /holds time, this profile holds bytes/);
});

test("what we write as .cpuprofile is one, and keeps the order of time", async () => {
  await writeProfile(join(folder, "own.cpuprofile"), cpu);
  const own = checkCpuProfile(JSON.parse(await readFile(join(folder, "own.cpuprofile"), "utf8")), "own");
  assert.equal(own.samples.length, sumOf(cpu).samples);
  assert.equal(own.endTime - own.startTime, Math.round(sumOf(cpu).weight));
  assert.deepEqual(
    Array.from(own.samples, (id) => id - 1),
    Array.from(cpu.timeline!.nodes)
  );
});

test("counted samples become time only by an interval that the reader gives", async () => {
  const counted = syntheticProfile({"main;a": 30, "main;b": 10});
  await assert.rejects(through(counted, "counted.cpuprofile"), ReaderError);
  const timed = await through(counted, "timed.cpuprofile", {intervalUs: 10_000});
  assert.deepEqual(sumOf(timed), {weight: 400_000, samples: 40});
});

test("pprof-format decodes our pprof, and reads the same numbers from it", async () => {
  await writeProfile(join(folder, "oracle.pb.gz"), cpu);
  const decoded = pprof.Profile.decode(gunzipSync(await readFile(join(folder, "oracle.pb.gz"))));
  const sum = (index: number) => decoded.sample.reduce((before, {value}) => before + Number(value[index]), 0);
  assert.equal(sum(0), sumOf(cpu).samples);
  assert.equal(sum(1), Math.round(sumOf(cpu).weight * 1000));
  const text = (index: unknown) => decoded.stringTable.strings[Number(index)];
  assert.deepEqual(
    decoded.sampleType.map(({type, unit}) => [text(type), text(unit)]),
    [
      ["samples", "count"],
      ["wall", "nanoseconds"]
    ]
  );
  assert.ok(decoded.function.some(({name}) => text(name) === "outer"));
});

test("we read what pprof-format encodes: inlined lines, addresses without names, the value that it names", async () => {
  const strings = new pprof.StringTable();
  const text = (value: string) => strings.dedup(value);
  const profile = new pprof.Profile({
    sampleType: [
      {type: text("alloc"), unit: text("bytes")},
      {type: text("objects"), unit: text("count")}
    ].map((type) => new pprof.ValueType(type)),
    defaultSampleType: text("alloc"),
    function: ["inner", "outer"].map(
      (name, index) => new pprof.Function({id: index + 1, name: text(name), filename: text("a.js"), startLine: 5})
    ),
    location: [
      new pprof.Location({id: 1, line: [new pprof.Line({functionId: 1}), new pprof.Line({functionId: 2})]}),
      new pprof.Location({id: 2n ** 63n, address: 0xbeef})
    ],
    sample: [new pprof.Sample({locationId: [1, 2n ** 63n], value: [2 ** 40, 3]})],
    stringTable: strings
  });
  await writeFile(join(folder, "theirs.pb"), profile.encode());
  const read = await readProfile(join(folder, "theirs.pb"));
  assert.equal(read.unit, "bytes");
  assert.deepEqual(sumOf(read), {weight: 2 ** 40, samples: 3});
  assert.deepEqual(
    functionRows(read).map(({frame, self, total}) => [frame.name, self, total]),
    [
      ["inner", 2 ** 40, 2 ** 40],
      ["0xbeef", 0, 2 ** 40],
      ["outer", 0, 2 ** 40]
    ]
  );
});

test("py-spy's raw and speedscope files are read, with their lines and the sum of their threads", async () => {
  const raw = "main (app.py:30);parse (app.py:12) 70\nmain (app.py:31) 30\n";
  await writeFile(join(folder, "raw.txt"), raw);
  assert.deepEqual(rows(await readProfile(join(folder, "raw.txt"))), ["main app.py:31 30", "parse app.py:12 70"]);
  const thread = (name: string) => ({
    type: "sampled",
    name,
    unit: "seconds",
    startValue: 0,
    endValue: 0.02,
    samples: [[0, 1], [0]],
    weights: [0.01, 0.01]
  });
  const file = {
    $schema: "https://www.speedscope.app/file-format-schema.json",
    profiles: [thread("one"), thread("two")],
    shared: {
      frames: [
        {name: "main", file: "app.py", line: 30, col: null},
        {name: "parse", file: "app.py", line: 12, col: null}
      ]
    },
    exporter: "py-spy@0.4.0"
  };
  await writeFile(join(folder, "py.json"), JSON.stringify(file));
  const read = await readProfile(join(folder, "py.json"));
  assert.deepEqual(rows(read), ["main app.py:30 20000", "parse app.py:12 20000"]);
  assert.deepEqual(read.notes, ["2 threads are summed"]);
});

test("speedscope's events are read as the time between them", async () => {
  const events = [
    {type: "O", frame: 0, at: 5},
    {type: "O", frame: 1, at: 7},
    {type: "C", frame: 1, at: 10},
    {type: "C", frame: 0, at: 20}
  ];
  const file = (changed: unknown) => ({
    shared: {frames: [{name: "a"}, {name: "b"}]},
    profiles: [{type: "evented", name: "", unit: "milliseconds", startValue: 0, endValue: 20, events: changed}]
  });
  await writeFile(join(folder, "events.json"), JSON.stringify(file(events)));
  assert.deepEqual(rows(await readProfile(join(folder, "events.json"))), ["a :0 12000", "b :0 3000"]);
  await writeFile(join(folder, "crossed.json"), JSON.stringify(file([events[0], events[1], events[3], events[2]])));
  await assert.rejects(readProfile(join(folder, "crossed.json")), /profiles\[0\]\.events\[2\]: expected the end of/);
});

test("a picture and a page of a real recording name its functions and load nothing", async () => {
  for (const name of ["picture.svg", "page.html"]) {
    await writeProfile(join(folder, name), cpu);
    const text = await readFile(join(folder, name), "utf8");
    assert.match(text, /outer/, name);
    assert.doesNotMatch(text, /\ssrc=|@import|<link/, name);
  }
  assert.doesNotMatch(await readFile(join(folder, "picture.svg"), "utf8"), /<script/);
});

test("a page runs its own script and no other, whatever the functions are called", async () => {
  const hostile = syntheticProfile({"</script><script>alert(1)</script>;<!--<script>": 5});
  await writeProfile(join(folder, "hostile.html"), hostile);
  const text = await readFile(join(folder, "hostile.html"), "utf8");
  const [own = "", ...others] = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1]!);
  assert.deepEqual(others, []);
  const hash = createHash("sha256").update(own).digest("base64");
  assert.ok(text.includes(`script-src 'sha256-${hash}'">`));
});

test("stacks so deep that no memory holds each in full are refused, with the formats that can hold them", async () => {
  const builder = new ProfileBuilder();
  const frames = ["a", "b"].map((name) => builder.frame({name, file: "", line: 0, column: 0}));
  for (let depth = 0, node = 0; depth < 10_000; depth++) {
    node = builder.node(node, frames[depth % 2]!);
    builder.add(node, 1, 1);
  }
  const deep = builder.build({title: "deep", unit: "microseconds"});
  for (const name of ["deep.folded", "deep.pb.gz", "deep.speedscope.json"])
    await assert.rejects(through(deep, name), /50,005,000 frames together, and \w+ writes each in full/, name);
  assert.deepEqual(sumOf(await through(deep, "deep.cpuprofile")), {weight: 10_000, samples: 10_000});
  await writeProfile(join(folder, "deep.svg"), deep);
});

function isNamed(row: string): boolean {
  return !row.startsWith("(root)");
}
