import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {mkdir, readdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {describe, test} from "node:test";
import {promisify} from "node:util";
import {checkLab} from "#lib/check-lab.js";
import type {ForkRequest} from "#lib/measure.js";
import {TEMPORARY} from "../../temporary-data.js";
import {ask, type ChildOptions, ForkError} from "../ask.js";
import {fork} from "../fork.js";
import {SELF_CHECK_LAB} from "../self-check.js";
import {HARNESS} from "./python/twin.js";
import {withEnvironment} from "./python/with-environment.js";
import {python} from "./python.js";
import type {RuntimeHandle} from "./runtime.js";

const pythons = await python.find();
/** The one that the reader means by Python. */
const own = pythons.at(-1)!;
const skip = pythons.length === 0 ? "no Python 3.9 or newer on this machine" : false;

const LAB = `from hotpath import Lab, Variant

def none(numbers):
    pass

def boxes(numbers):
    return len([[[number], [number], [number]] for number in numbers])

def broken(numbers):
    return numbers[0] / 0

lab = Lab(
    question="?", sizes=[10, 1000], setup=lambda size, random: [random() for _ in range(size)], baseline="sum",
    variants={"sum": sum, "none": none, "boxes": boxes, "broken": broken, "prints": lambda numbers: print("hello") or 1},
)
`;

const settings = {batchNs: 2e5, samples: 7, measureCapNs: 2e7, warmupNs: 1e6, warmupCapNs: 1e7, steadyWithin: 1};

/** Writes a lab that is given as text, and returns how it is asked. */
async function written(name: string, text: string, handle: RuntimeHandle = own) {
  const source = join(TEMPORARY, name, "lab.ts");
  await mkdir(dirname(source), {recursive: true});
  await writeFile(join(dirname(source), "lab.py"), text);
  const lab = (await python.compile(source, handle))!;
  const child = await python.child(handle);
  const options: ChildOptions = {runtime: handle, child, timeoutMs: 60_000, signal: new AbortController().signal};
  const measure = (change: Partial<ForkRequest> = {}) =>
    fork(lab, {block: 3, order: 17, variant: "sum", size: 10, seed: 5, settings, ...change}, options);
  return {source, lab, measure, describe: () => ask({lab: lab.path, task: "describe"}, options)};
}

async function failure(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    (answer) => assert.fail(`answered ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown
  );
  assert.ok(error instanceof ForkError, String(error));
  return error.message;
}

test("every Python that is found is another version", {skip}, () => {
  assert.equal(new Set(pythons.map(({version}) => version)).size, pythons.length);
  for (const {name, version, engine} of pythons) {
    assert.match(`${name} ${version}`, /^python 3\.\d+\.\w+\+?(-pypy[\d.]+)?$/);
    assert.match(engine, /^(CPython 3\.\d+\.|PyPy \d).*, (no NumPy|NumPy \d\S+)/);
  }
});

test("a lab without a twin is not measured; the hash of a twin is told without a Python, and covers its folder", async () => {
  assert.equal(await python.hash(join(TEMPORARY, "nowhere/lab.ts")), null);
  assert.equal(await python.compile(join(TEMPORARY, "nowhere/lab.ts"), own), null);
  const {source, lab} = await written("hashed", LAB);
  assert.equal(await python.hash(source), lab.hash);
  await writeFile(join(dirname(source), "data.py"), "COUNT = 1\n");
  const more = await python.hash(source);
  assert.notEqual(more, lab.hash);
  await writeFile(join(dirname(source), "data.py"), "COUNT = 2\n");
  assert.notEqual(await python.hash(source), more);
});

test("a twin that is edited while it is measured is measured as it was", {skip}, async () => {
  const {source, lab, measure} = await written("edited", LAB);
  await writeFile(join(dirname(source), "lab.py"), "lab = None\n");
  assert.equal((await measure()).fork.variant, "sum");
  assert.equal(lab.source, join(dirname(source), "lab.py"));
});

describe("the errors of a lab", {skip}, () => {
  const broken: [why: string, text: string, expected: string][] = [
    ["without a lab", "x = 1\n", "threw: expected the file to define lab = Lab(question=…, setup=…, variants=…)"],
    ["that does not compile", "x = 1\ndef\n", "threw: SyntaxError: invalid syntax (lab.py, line 2)"],
    ["that imports what is not there", "\nimport nothing_of_this_name\n", "(lab.py, line 2)"],
    ["that leaves out a part", "from hotpath import Lab\nlab = Lab(sizes=[1])\n", "missing 4 required keyword-only"],
    ["that ends the process", "import sys\nsys.exit(3)\n", "ended with code 3 before it answered"]
  ];
  for (const [index, [why, text, expected]] of broken.entries()) {
    test(why, async () => {
      const message = await failure((await written(`broken-${index}`, text)).describe());
      assert.ok(message.includes(expected), message);
    });
  }

  test("and of its variants name the variant, or the line", async () => {
    const {measure} = await written("erring", LAB);
    const error = (variant: string) => failure(measure({variant}));
    assert.match(await error("none"), /^threw: variant none at 10: expected a finite number, .* got None\n/);
    assert.equal(await error("missing"), "threw: the lab has no variant missing");
    assert.equal(await error("broken"), "threw: ZeroDivisionError: float division by zero (lab.py, line 10)");
    assert.match(await error("prints"), /^printed "hello" on standard output/);
  });
});

test("no variable of the environment reaches what is measured, and no compiled file is left", {skip}, async () => {
  const poison = join(TEMPORARY, "poison");
  await mkdir(poison, {recursive: true});
  await writeFile(join(poison, "json.py"), "raise SystemExit('poisoned')\n");
  const {lab, describe: described} = await written("clean", LAB);
  assert.ok(checkLab(await withEnvironment(described, {PYTHONPATH: poison}), "lab"));
  assert.deepEqual(await readdir(dirname(lab.path)), ["lab.py"]);
});

for (const handle of new Set(pythons.length === 0 ? [] : [pythons[0]!, own])) {
  describe(handle.engine, () => {
    test("describes a lab, and measures a fork that passes the check of every fork", async () => {
      const {measure, describe: described} = await written("good", LAB, handle);
      assert.equal(checkLab(await described(), "lab").variants.length, 5);
      const {fork: measured, answer} = await measure({size: 1000});
      assert.deepEqual([measured.block, measured.order, measured.size], [3, 17, 1000]);
      assert.equal(answer.type, "number");
    });

    test("counts the collections of work that allocates", {skip: handle.version.includes("pypy")}, async () => {
      const {fork: measured} = await (await written("good", LAB, handle)).measure({variant: "boxes", size: 1000});
      assert.ok(measured.collections !== null && measured.collections.count > 0, JSON.stringify(measured.collections));
    });

    test("passes the tests of the harness, and every twin keeps the contract", async () => {
      const args = [...handle.args, "-m", "unittest", "discover", "--start-directory", HARNESS];
      const {stderr} = await promisify(execFile)(handle.executable, args, {cwd: HARNESS}).catch((error) =>
        assert.fail(error.stderr ?? error.message)
      );
      assert.match(stderr, /^Ran [1-9]\d* tests.*^OK\b/ms);
    });
  });
}

test("the lab of the self-check has a twin", {skip}, async () => {
  assert.equal((await python.compile(SELF_CHECK_LAB, own))?.name, "self-check-lab");
});
