import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import process from "node:process";
import {before, describe, test} from "node:test";
import {runLab} from "../lab-process.js";
import {takeSnapshot} from "../profile/heap/take-snapshot.js";
import {releaseTarget} from "../profile/release.js";
import {openTarget} from "../profile/target.js";
import {startTarget} from "../profile/target-process.js";
import {missingMajors, type TestNode, testNodes} from "../profile/test-nodes.js";
import {recordingFile} from "../recordings/manifest.js";
import {ROOT} from "../store.js";
import {TEMPORARY} from "../temporary-data.js";

const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};
const program = join(ROOT, "labs/programs/ticker/app.js");
const place = (name: string) => join(TEMPORARY, `${name}.heapsnapshot`);

/** Two snapshots of the program, a time apart, as `lab profile heap snapshot` takes them. */
async function snapshots(node: TestNode): Promise<[earlier: string, later: string]> {
  const child = await startTarget(node, `import(${JSON.stringify(program)}).then(() => console.log("ready"));`);
  const files = ["earlier", "later"].map((when) => place(`${when}-${node.version}`)) as [string, string];
  for (const file of files) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const target = await openTarget(child.pid, 20_000);
    await takeSnapshot(target.inspector, file, () => {});
    await releaseTarget(target);
  }
  await child.kill();
  return files;
}

const check = (earlier: string, later: string, answer: string) =>
  runLab(["check", later, "--before", earlier, "--exercise", "ticker-retainer", "--answer", answer]);

let [earlier, later] = ["", ""];
before(async () => {
  if (onLinux.skip === false) [earlier, later] = await snapshots(testNodes[0]!);
});

for (const node of testNodes) {
  test(
    `Node ${node.version}: what keeps the growth is found by its variable or its property, and nothing else is right`,
    onLinux,
    async () => {
      const files = node === testNodes[0] ? ([earlier, later] as const) : await snapshots(node);
      for (const right of ["prices", "_events", "prices._events.change"]) {
        const {code, stdout, stderr} = await check(...files, right);
        assert.deepEqual([code, stderr], [0, ""], stdout);
        assert.match(stdout, /✓ \w+ keeps .* of .* by which the heap has\s+grown/);
        assert.match(stdout.replace(/\s+/g, " "), /prices \(EventEmitter\) → _events \(Object\) → change \(Array\)/);
      }
      for (const wrong of ["present", "lastSeen", "rows", "Visit"]) {
        const {code, stdout, stderr} = await check(...files, wrong);
        assert.deepEqual([code, stderr], [1, ""], stdout);
        assert.match(stdout, /^✗ \w+ keeps .* something else keeps most of it/);
        assert.doesNotMatch(stdout, /prices/);
      }
    }
  );
}

for (const major of missingMajors) test(`Node ${major}`, {skip: "not installed"}, () => {});

describe("what cannot be judged", onLinux, () => {
  test("is refused with the place, and with the way to record it", async () => {
    const whole = await readFile(later, "utf8");
    const changed: [name: string, text: string, message: RegExp][] = [
      ["empty", "", /expected a heap snapshot with "nodes"/],
      ["in the objects", whole.slice(0, 40_000), /expected a heap snapshot with "strings"/],
      ["in the texts", whole.slice(0, -40_000), /strings: expected|it was cut off/],
      [
        "beyond",
        whole.replace(/"edges":\[(\d+),(\d+),\d+/, '"edges":[$1,$2,1'),
        /reference 0: expected one of an object/
      ],
      ["short", whole.replace(/"edges":\[[\d,\s]*?\]/, '"edges":[]'), /expected \d+ references, got 0/],
      ["elsewhere", whole.replaceAll("ticker", "other"), /expected a snapshot of labs\/programs\/ticker\/app\.js/],
      ["folded", "main;parse 5\n", /expected a heap snapshot/]
    ];
    for (const [name, text, message] of changed) {
      await writeFile(place(name), text);
      const {code, stdout, stderr} = await check(earlier, place(name), "prices");
      assert.deepEqual([code, stdout], [2, ""], `${name}: ${stderr}`);
      assert.match(stderr, message, name);
    }
  });

  test("is one snapshot, or another kind of recording, or two in the wrong order", async () => {
    const args = ["check", later, "--exercise", "ticker-retainer", "--answer", "prices"];
    const cases: [args: string[], message: RegExp][] = [
      [args, /--before is missing: growth shows between two snapshots/],
      [[...args.slice(0, 2), "--before", place("none"), ...args.slice(2)], /none\.heapsnapshot: no such file/],
      [["check", earlier, "--before", later, ...args.slice(2)], /--before is the earlier one/],
      [["check", later, "--before", later, ...args.slice(2)], /growth in many places, or none/],
      [["check", later, "--exercise", "pages-garbage", "--answer", "rowOf"], /got a heap snapshot/],
      [
        ["check", later, "--before", earlier, "--exercise", "pages-garbage", "--answer", "rowOf"],
        /about one recording/
      ],
      [["check", later], /--exercise is missing/],
      [[...args.slice(0, 5), "handlers", "--before", earlier], /has no variable or property handlers\n {2}did you mean/]
    ];
    for (const [words, message] of cases) {
      const {code, stdout, stderr} = await runLab(words);
      assert.deepEqual([code, stdout], [2, ""], stderr);
      assert.match(stderr, message);
    }
    const profile = recordingFile("pages", "node-26-live.heapprofile");
    assert.match((await check(earlier, profile, "prices")).stderr, /expected a heap snapshot/);
  });
});
