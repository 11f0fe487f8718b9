import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {readFileSync} from "node:fs";
import {mkdir, mkdtemp, readdir, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {promisify} from "node:util";
import {Command} from "commander";
import {FORMAT} from "#lib/result.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "#lib/synthetic-run.js";
import compare from "../commands/compare.js";
import merge from "../commands/merge.js";
import run from "../commands/run.js";
import {cellsOf, keyOf} from "../measure/plan.js";
import {cellsOfShard, shardNote} from "../measure/shard.js";
import {ROOT, readResult} from "../store.js";
import {TEMPORARY} from "../temporary-data.js";

/** Framework reads front matter with it. */
const yaml: {load(text: string): unknown} = createRequire(import.meta.url)("js-yaml");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface WorkflowJob extends Step {
  readonly needs?: string;
  readonly steps?: readonly Step[];
  readonly strategy?: {readonly matrix: Readonly<Record<string, readonly (string | number)[]>>};
}

interface Workflow {
  readonly on: Readonly<
    Record<"workflow_call" | "workflow_dispatch", {readonly inputs?: Readonly<Record<string, Input>>}>
  >;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

interface Input {
  readonly required?: boolean;
  readonly options?: readonly string[];
}

interface KubernetesJob {
  readonly kind: string;
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly parallelism?: number;
    readonly template: {readonly spec: {readonly containers: readonly [{readonly args: readonly [string]}]}};
  };
}

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const labs = yaml.load(read(".github/workflows/labs.yml")) as Workflow;
const pages = yaml.load(read(".github/workflows/pages.yml")) as Workflow;
const measureJob = yaml.load(read("scripts/ci/kubernetes-measure.yaml")) as KubernetesJob;
const mergeJob = yaml.load(read("scripts/ci/kubernetes-merge.yaml")) as KubernetesJob;

const scriptOf = ({spec}: KubernetesJob) => spec.template.spec.containers[0].args[0];
const stepsOf = ({jobs}: Workflow) => Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])]);
const commandsIn = (text: string) => [...text.matchAll(/^ *npx lab (.*)$/gm)].map(([, command]) => command!);
const runOf = (job: string, command: string) =>
  labs.jobs[job]!.steps!.find((step) => step.run?.includes(`lab ${command}`))!.run!;

const program = new Command();
for (const register of [run, merge, compare]) register(program);

/** The words of a command after `npx lab`, with the shell's variables as they are. */
function checkCommand(command: string): void {
  const [name, ...words] = command.replaceAll('"', "").split(/\s+/);
  const known = program.commands.find((one) => one.name() === name);
  assert.ok(known, command);
  for (const flag of words.filter((word) => word.startsWith("--"))) {
    assert.ok(
      known.options.some(({long}) => long === flag),
      `${flag} in: ${command}`
    );
  }
}

test("workflow, manifests and guide give only commands and flags that there are", () => {
  const {effort} = labs.on.workflow_dispatch.inputs!;
  const texts = [
    ...stepsOf(labs).flatMap((step) => (step.run === undefined ? [] : [step.run])),
    ...[measureJob, mergeJob].map(scriptOf),
    read("docs/guides/many-machines.md")
  ];
  const commands = texts.flatMap(commandsIn);
  assert.ok(commands.length >= 7, `found ${commands.length} commands`);
  for (const command of commands) {
    for (const option of effort!.options!) checkCommand(command.replace("$EFFORT", option));
  }
});

test("as many shards are measured as the whole has", () => {
  const {shard} = labs.jobs.measure!.strategy!.matrix;
  assert.deepEqual(
    shard,
    shard!.map((_, index) => index + 1)
  );
  assert.match(runOf("measure", "run"), new RegExp(`--shard "\\$SHARD/${shard!.length}"`));
  const {completionMode, completions, parallelism} = measureJob.spec;
  assert.deepEqual([completionMode, parallelism], ["Indexed", completions]);
  assert.match(scriptOf(measureJob), new RegExp(`--shard "\\$shard/${completions}"`));
});

test("what one job of the workflow leaves is what the next takes", () => {
  const {measure, merge: merging, publish} = labs.jobs as Record<"measure" | "merge" | "publish", WorkflowJob>;
  assert.deepEqual([merging.needs, publish.needs], ["measure", "merge"]);
  assert.deepEqual(merging.strategy!.matrix.runner, measure.strategy!.matrix.runner);
  const artifact = (job: WorkflowJob, action: string) => job.steps!.find(({uses}) => uses?.includes(action))!.with!;
  const {name} = artifact(measure, "upload-artifact");
  assert.match(name!, /^part-\$\{\{matrix\.shard\}\}-\$\{\{matrix\.runner\}\}$/);
  assert.equal(artifact(merging, "download-artifact").pattern, name!.replace(/\$\{\{matrix\.shard\}\}/, "*"));
  assert.match(artifact(merging, "upload-artifact").name!, /^merged-/);
  assert.deepEqual(publish.with, {results: "merged-*"});
  assert.deepEqual(Object.keys(publish.with!), Object.keys(pages.on.workflow_call.inputs!));
  const runners = measure.strategy!.matrix.runner as string[];
  for (const runner of runners) {
    assert.ok(!runners.some((other) => other !== runner && `part-1-${other}`.endsWith(`-${runner}`)), runner);
  }
});

test("actions are pinned", () => {
  const used = [labs, pages].flatMap(stepsOf).flatMap(({uses}) => (uses === undefined ? [] : [uses]));
  assert.ok(used.length > 5);
  for (const action of used)
    assert.match(action, /^(actions\/[\w-]+@(v\d+|[0-9a-f]{40})|\.\/\.github\/workflows\/pages\.yml)$/);
});

/** Leaves the parts of one run in folders, as shards do: of three, the third has nothing. */
async function leaveParts(folder: string, folders: readonly string[]): Promise<number> {
  const whole = syntheticRun({times: {a: 100, b: 200}, sizes: [10, 100], blocks: 6});
  const planned = cellsOf(whole.lab, {});
  for (const [at, name] of folders.entries()) {
    const shard = {index: at + 1, of: folders.length};
    const own = cellsOfShard(planned, whole.lab, shard).map(keyOf);
    const forks = whole.forks.filter((fork) => own.includes(keyOf(fork)));
    const part = {...whole, forks, notes: [shardNote(shard, planned, whole)]};
    await mkdir(join(folder, name), {recursive: true});
    if (forks.length === 0) continue;
    const text = JSON.stringify({format: FORMAT, lab: "sums", machine, runs: [part]});
    await writeFile(join(folder, name, "sums.json"), text);
    await writeFile(join(folder, name, "sums.partial.json"), text);
  }
  return whole.forks.length;
}

/** Runs a script of a job with the real `lab`. @returns forks in what was merged */
async function mergedBy(shell: readonly string[], script: string, folder: string): Promise<number> {
  const bin = await mkdtemp(join(TEMPORARY, "bin-"));
  const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(ROOT, "scripts/bin.mjs")}' "$@"\n`;
  await writeFile(join(bin, "npx"), npx, {mode: 0o755});
  const env = {...process.env, PATH: `${bin}:${process.env.PATH}`};
  await promisify(execFile)(shell[0]!, [...shell.slice(1), script], {cwd: folder, env});
  const [merged] = await readdir(folder, {recursive: true}).then((files) =>
    files.filter((file) => /merged\/./.test(file))
  );
  assert.equal(merged?.endsWith("merged/sums.json"), true);
  return (await readResult(join(folder, merged!))).runs[0]!.forks.length;
}

const skip = process.platform === "win32" ? "the jobs that merge run on Linux" : false;

test("the workflow and the second Job of Kubernetes join what the parts have left", {skip}, async () => {
  const [checkout, volume] = [await mkdtemp(join(TEMPORARY, "checkout-")), await mkdtemp(join(TEMPORARY, "volume-"))];
  const artifacts = [1, 2, 3].map((shard) => `parts/part-${shard}-ubuntu-24.04`);
  const forks = await leaveParts(checkout, artifacts);
  assert.equal(await mergedBy(["bash", "-e", "-c"], runOf("merge", "merge"), checkout), forks);
  await leaveParts(volume, ["1", "2", "3"]);
  const script = scriptOf(mergeJob).replaceAll("/parts", volume);
  assert.equal(await mergedBy(["sh", "-ec"], script, volume), forks);
});
