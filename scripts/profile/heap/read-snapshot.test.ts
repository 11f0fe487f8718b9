import assert from "node:assert/strict";
import {readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {before, test} from "node:test";
import {TEMPORARY} from "../../temporary-data.js";
import {releaseTarget} from "../release.js";
import {openTarget} from "../target.js";
import {startTarget} from "../target-process.js";
import {testNodes} from "../test-nodes.js";
import {isSnapshot, readSnapshotClasses} from "./read-snapshot.js";
import {memoryNeeded, snapshotCost, takeSnapshot} from "./take-snapshot.js";

const PROGRAM = `
class Customer { constructor(id) { this.id = id; } }
globalThis.customers = Array.from({length: 1234}, (_, id) => new Customer(id));
setInterval(() => customers.length, 1000); console.log("ready");`;
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};
const place = (name: string) => join(TEMPORARY, name);

/** As V8 writes it: two customers of 40 bytes and a text of 24. */
const text = ({nodes = "3,1,1,40,0,3,1,3,40,0,2,2,5,24,0", strings = '["","Customer","key \\"nodes\\":["]'} = {}) =>
  `{"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count"],
  "node_types":[["hidden","array","string","object"],"string","number","number","number"]},"node_count":3},
"nodes":[${nodes}],
"edges":[],
"strings":${strings}}`;

before(() => writeFileSync(place("made.heapsnapshot"), text()));

test("objects are counted by constructor, texts by their kind", async () => {
  assert.equal(await isSnapshot(place("made.heapsnapshot")), true);
  const {objects, bytes, classes} = await readSnapshotClasses(place("made.heapsnapshot"));
  assert.deepEqual([objects, bytes], [3, 104]);
  assert.deepEqual(classes, [
    {name: "Customer", count: 2, bytes: 80},
    {name: "(string)", count: 1, bytes: 24}
  ]);
});

test("what is cut off, changed or something else is refused with the place", async () => {
  const whole = text();
  const cases: [name: string, text: string, message: RegExp][] = [
    ["head", whole.slice(0, 60), /expected a heap snapshot with "nodes"/],
    ["nodes", whole.slice(0, whole.indexOf("40,0,3")), /expected a heap snapshot with "strings"/],
    ["strings", whole.slice(0, -20), /strings: expected/],
    ["row", text({nodes: "3,1,1,40"}), /byte \d+: expected a whole row/],
    ["number", text({nodes: "3,1,-1,40,0"}), /byte \d+: expected a number/],
    ["fields", whole.replace("self_size", "size"), /expected type, name and self_size/]
  ];
  for (const [name, content, message] of cases) {
    writeFileSync(place(name), content);
    await assert.rejects(readSnapshotClasses(place(name)), message, name);
  }
  await assert.rejects(readSnapshotClasses(place("none")), /no such file/);
  assert.equal(await isSnapshot(place("none")), false);
  assert.equal(await isSnapshot(TEMPORARY), false);
});

for (const node of testNodes) {
  test(
    `Node ${node.version}: a snapshot of a process has all its objects, and the process goes on`,
    onLinux,
    async () => {
      const child = await startTarget(node, PROGRAM);
      const target = await openTarget(child.pid, 20_000);
      const file = place(`of-${node.version}.heapsnapshot`);
      const cost = await snapshotCost(target.inspector);
      assert.ok(cost.heapUsed > 0 && cost.available > 0 && memoryNeeded(cost) > cost.heapUsed);
      const shares: number[] = [];
      const {bytes, pauseMs} = await takeSnapshot(target.inspector, file, (share) => shares.push(share));
      await releaseTarget(target);
      assert.ok(pauseMs > 0 && shares.length > 0);
      assert.deepEqual([bytes, statSync(file).mode & 0o777], [readFileSync(file).length, 0o600]);
      const {classes} = await readSnapshotClasses(file);
      const customers = classes.find(({name}) => name === "Customer")!.count;
      assert.ok(customers === 1234 || customers === 1235, `${customers}: with the prototype or without`);
      assert.equal(child.process.exitCode, null);
      await child.kill();
    }
  );
}
