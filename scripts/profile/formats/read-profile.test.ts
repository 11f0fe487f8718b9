import assert from "node:assert/strict";
import {mkdir, truncate, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {gzipSync} from "node:zlib";
import {syntheticCpuProfile, syntheticProfile} from "#lib/profile/synthetic-profile.js";
import {explain} from "../../errors.js";
import {shownPath} from "../../shown-path.js";
import {TEMPORARY} from "../../temporary-data.js";
import {pprof} from "./pprof.js";
import {readProfile} from "./read-profile.js";

const good = JSON.stringify(syntheticCpuProfile(["a", "b"], [0, 1], [0, 10], 10));
const packed = pprof.write!(syntheticProfile({"a;b": 5}), {});

/** What the reader of a file with this content is told. */
async function told(name: string, content: string | Uint8Array, from?: string): Promise<string> {
  const file = join(TEMPORARY, name);
  await writeFile(file, content);
  return refusal(file, from);
}

async function refusal(file: string, from?: string): Promise<string> {
  const error = await readProfile(file, from).then(
    () => assert.fail(`${file} was read`),
    (thrown: unknown) => thrown
  );
  const {exitCode, text} = explain(error);
  assert.equal(exitCode, 2, text);
  const place = shownPath(file);
  assert.ok(text.startsWith(place), text);
  return text.slice(place.length).replace(/^: /, "");
}

test("a file that cannot be used says which file, which place in it, and what to do", async () => {
  const cases: [name: string, content: string | Uint8Array, message: RegExp][] = [
    ["empty.cpuprofile", "", /^expected a profile, got an empty file/],
    ["cut.cpuprofile", good.slice(0, good.length / 2), /^not JSON: .*\n {2}it was cut off/],
    ["cut.heapprofile", '{"head":{"callFrame":', /^not JSON: /],
    ["other.cpuprofile", '{"name":"hotpath","version":"1"}', /^expected a profile, got something else\n {2}known are/],
    ["prose.folded", "Hello, world.\n", /^expected a profile, got something else/],
    ["late.folded", "a;b 5\nnot a stack\n", /^line 2: expected a stack and a number, got not a stack/],
    ["negative.folded", "a;b 5\na;b -5\n", /^line 2: expected a stack and a number/],
    [
      "a.heapsnapshot",
      '{"snapshot":{"meta":{"node_fields":["type"]}},"nodes":[]}',
      /^expected a profile, got a heap snapshot/
    ],
    ["trace.json", '{"traceEvents":[]}', /^trace events are shown, not read\n {2}`lab profile view`/],
    ["a.jfr", Buffer.from("FLR\0\0\u0002\0\u0001"), /^recordings of Java's Flight Recorder are shown, not read/],
    ["cut.pb.gz", packed.slice(0, packed.length - 20), /^not whole: /],
    ["cut.pb", cutMessage(), /expected .* bytes, got .*\n {2}it was cut off/],
    ["binary", Buffer.from([0, 1, 2, 3, 255]), /^expected a profile, got something else/],
    ["latin.folded", Buffer.from("caf\u00e9;b 5\n", "latin1"), /^expected text, got bytes that are none/]
  ];
  for (const [name, content, message] of cases) assert.match(await told(name, content), message, name);
});

test("a speedscope file that is wrong in itself is named with the place", async () => {
  const file = (samples: unknown, weights: unknown) =>
    JSON.stringify({shared: {frames: [{name: "a"}]}, profiles: [{type: "sampled", unit: "none", samples, weights}]});
  assert.match(
    await told("s.json", file([[0]], [1, 2])),
    /^profiles\[0\]\.weights: expected one value a sample \(1\), got 2/
  );
  assert.match(
    await told("s.json", file([[0, 7]], [1])),
    /^profiles\[0\]\.samples\[0\]\[1\]: expected the index of a frame, got 7/
  );
  assert.match(await told("s.json", file([[0]], [-1])), /^profiles\[0\]\.weights\[0\]: expected >=0, got -1/);
  assert.match(await told("s.json", file([[0]], ["1"])), /^profiles\[0\]\.weights\[0\]: expected a number, got "1"/);
  assert.match(await told("s.json", '{"shared":{"frames":[]},"profiles":[]}'), /^profiles: expected >=1, got 0/);
});

test("a missing file, a folder and a file too large are refused before they are read", async () => {
  assert.match(await refusal(join(TEMPORARY, "missing.cpuprofile")), /^no such file/);
  await mkdir(join(TEMPORARY, "folder.cpuprofile"), {recursive: true});
  assert.match(await refusal(join(TEMPORARY, "folder.cpuprofile")), /^expected a file, got a folder/);
  const large = join(TEMPORARY, "large.cpuprofile");
  await writeFile(large, "");
  await truncate(large, 501 * 2 ** 20);
  assert.match(await refusal(large), /^expected at most 524288000 bytes, got 525336576/);
});

test("what unpacks to more than can be held is refused", async () => {
  const bomb = gzipSync(Buffer.alloc(501 * 2 ** 20), {level: 1});
  assert.match(await told("bomb.cpuprofile.gz", bomb), /^expected at most 524288000 bytes when unpacked/);
});

test("what a file is says its content: the name may be any, and so may the packing", async () => {
  await writeFile(join(TEMPORARY, "profile.txt"), good);
  await writeFile(join(TEMPORARY, "profile.bin"), gzipSync(good));
  const [plain, zipped] = [
    await readProfile(join(TEMPORARY, "profile.txt")),
    await readProfile(join(TEMPORARY, "profile.bin"))
  ];
  assert.deepEqual([plain.unit, plain.tree], [zipped.unit, zipped.tree]);
});

test("a byte order mark, which some editors put first, is no part of a profile", async () => {
  for (const [name, text] of Object.entries({"bom.cpuprofile": good, "bom.folded": "main;a 5\n"})) {
    const files = [join(TEMPORARY, name), join(TEMPORARY, `no-${name}`)] as const;
    await writeFile(files[0], `\ufeff${text}`);
    await writeFile(files[1], text);
    const [marked, plain] = await Promise.all(files.map((file) => readProfile(file)));
    assert.deepEqual([marked!.frames, marked!.tree], [plain!.frames, plain!.tree], name);
  }
});

test("weights whose sum is no number are refused, whichever format has them", async () => {
  const timed = {...syntheticCpuProfile(["a", "b"], [0, 1], [0, 10], 10), timeDeltas: [1e308, 1e308]};
  const weighed = {shared: {frames: [{name: "a"}]}, profiles: [{type: "sampled", unit: "none", samples: [[0], [0]]}]};
  const cases = {
    "sum.cpuprofile": JSON.stringify(timed),
    "sum.folded": `a ${"9".repeat(309)}\n`,
    "sum.json": JSON.stringify({...weighed, profiles: [{...weighed.profiles[0], weights: [1e308, 1e308]}]})
  };
  for (const [name, text] of Object.entries(cases)) assert.match(await told(name, text), /too large for it/, name);
});

test("--from reads a file as what the reader says, and refuses a name that it does not know", async () => {
  assert.match(await told("as.cpuprofile", good, "folded"), /^line 1: expected a stack and a number/);
  await assert.rejects(readProfile(join(TEMPORARY, "as.cpuprofile"), "svg"), /svg cannot be read/);
});

test("samples without a stack, which py-spy counts while a program ends, are the whole's and no function's", async () => {
  for (const text of ["main;parse 3\n 2\n", " 2\nmain;parse 3\n"]) {
    await writeFile(join(TEMPORARY, "py-spy.folded"), text);
    const {tree, frames} = await readProfile(join(TEMPORARY, "py-spy.folded"));
    assert.deepEqual([[...tree.self], frames.length], [[2, 0, 3], 2]);
  }
});

/** A message whose last string is longer than what is left. */
function cutMessage(): Uint8Array {
  return Uint8Array.from([10, 4, 8, 1, 16, 2, 50, 0, 50, 100, 65]);
}
