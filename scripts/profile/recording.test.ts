import assert from "node:assert/strict";
import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {ReaderError} from "../errors.js";
import {TEMPORARY} from "../temporary-data.js";
import {destination, keepRecording, summarise} from "./recording.js";
import {recordingText} from "./recording-text.js";

const frame = (functionName: string) => ({functionName, scriptId: "1", url: "", lineNumber: -1, columnNumber: -1});

/** 2 ms in `work` and 3 ms idle, sampled every millisecond. */
const profile: CpuProfile = {
  nodes: [
    {id: 1, callFrame: frame("(root)"), children: [2, 3]},
    {id: 2, callFrame: frame("work\u001b[2J"), hitCount: 2},
    {id: 3, callFrame: frame("(idle)"), hitCount: 3}
  ],
  startTime: 0,
  endTime: 5000,
  samples: [2, 2, 3, 3, 3],
  timeDeltas: [0, 1000, 1000, 1000, 1000]
};
const threads = [{title: "process 1: node a.js", profile}];

test("a recording is summed up without idle time and without the names of threads", async () => {
  const {samples, intervalUs, sampledUs, idleUs, functions} = await summarise([
    ...threads,
    {title: "worker 1", profile}
  ]);
  assert.deepEqual([samples, intervalUs, sampledUs, idleUs], [10, 1000, 10_000, 6000]);
  assert.deepEqual(
    functions.map(({self}) => self),
    [4000]
  );
});

test("what a program calls its functions does not reach the terminal raw", async () => {
  const text = recordingText(await summarise(threads), 1000, 10, 100).join("\n");
  assert.equal(
    text,
    `5 samples in 5.00 ms, a median gap of 1.00 ms (asked: 1.00 ms), 60 % idle

   Self           Total  Function     Place
2.00 ms  100 %  2.00 ms  work\\x1b[2J`
  );
});

test("a place is chosen before a recording begins: its ending has to say something, and nothing is replaced", () => {
  const there = join(TEMPORARY, "there.svg");
  writeFileSync(there, "mine");
  assert.throws(() => destination(there, "x", false), /exists already/);
  assert.equal(destination(there, "x", true).file, there);
  assert.throws(() => destination(join(TEMPORARY, "a.doc"), "x", false), /its ending names no format/);
  assert.match(destination(undefined, "app", false).file, /app-\d{8}-\d{6}\.cpuprofile$/);
});

test("a recording that cannot be written where it belongs is put where it can", async () => {
  const file = join(TEMPORARY, "file");
  writeFileSync(file, "");
  const inside = join(file, "recording.cpuprofile");
  await assert.rejects(keepRecording({file: inside, place: inside}, threads), (error: ReaderError) => {
    assert.ok(error instanceof ReaderError);
    const instead = /^the recording was put into (.*) instead$/.exec(error.hint.at(-1)!)?.[1];
    assert.ok(instead !== undefined && existsSync(instead), error.hint.join());
    assert.deepEqual(JSON.parse(readFileSync(instead, "utf8")), profile);
    rmSync(instead);
    return true;
  });
});
