import assert from "node:assert/strict";
import {test} from "node:test";
import {SYNTHETIC_MACHINE, syntheticRun} from "#lib/synthetic-run.js";
import {byMachineAndRuntime, looksIn, type MadeRun, runtimeLabels} from "./environment-names.js";

const made = (name: string, version: string, flags: string[] = []): MadeRun => ({
  machine: SYNTHETIC_MACHINE,
  run: syntheticRun({times: {a: 1}, runtime: {name, version, flags}})
});

test("runtimes stand in the order that a reader expects, versions in that of their numbers", () => {
  const mixed = [
    made("jvm", "21.0.5"),
    made("python", "3.14.0"),
    made("workerd", "1.0.0"),
    made("bun", "1.3.0"),
    made("node", "24.2.0"),
    made("node", "24.10.0"),
    made("python", "3.9.0")
  ];
  const sorted = mixed.sort(byMachineAndRuntime).map(({run: {runtime}}) => `${runtime.name} ${runtime.version}`);
  assert.deepEqual(sorted, [
    ...["node 24.2.0", "node 24.10.0", "bun 1.3.0", "workerd 1.0.0"],
    ...["python 3.9.0", "python 3.14.0", "jvm 21.0.5"]
  ]);
});

test("a label is as short as it can be and still be of one run of its machine alone", () => {
  const all = [
    made("node", "20.1.0"),
    made("node", "24.1.0"),
    made("node", "24.2.0"),
    made("bun", "1.3.0", ["--smol"]),
    made("bun", "1.3.0")
  ];
  const elsewhere = {...made("node", "24.3.0"), machine: {...SYNTHETIC_MACHINE, id: "elsewhere"}};
  assert.deepEqual(runtimeLabels([...all, elsewhere]), [
    ...["Node 20", "Node 24.1.0", "Node 24.2.0", "Bun 1.3.0 --smol", "Bun 1.3.0"],
    "Node 24"
  ]);
});

test("an environment has one number in all labs, also where one of them was not measured", () => {
  const [node, bun, jvm] = [made("node", "24.1.0"), made("bun", "1.3.0"), made("jvm", "21.0.5")];
  const looks = looksIn([jvm!, node!, bun!, node!, jvm!]);
  assert.deepEqual([...looks.values()], [1, 2, 3]);
  assert.equal(looks.get("nowhere jvm 21.0.5"), 3);
});
