import {execFile} from "node:child_process";
import {mkdtemp} from "node:fs/promises";
import {delimiter, join} from "node:path";
import {promisify} from "node:util";
import {ROOT} from "../../../store.js";
import {TEMPORARY} from "../../../temporary-data.js";
import {jvm} from "../jvm.js";
import type {RuntimeHandle} from "../runtime.js";
import {compiledHarness} from "./harness.js";
import {javac} from "./javac.js";
import {sourcesIn} from "./sources.js";

const PROBE = join(ROOT, "scripts/measure/runtimes/jvm/probe/hotpath");

/** All JDKs of this machine, and why a test that needs one is skipped. For tests. */
export async function javas(): Promise<{handles: readonly RuntimeHandle[]; skip: string | false}> {
  const handles = await jvm.find();
  return {handles, skip: handles.length === 0 && `no JDK is on this machine: ${jvm.install}`};
}

/** Something inside the harness, with what it takes: see Probe.java. */
export interface ProbeCall {
  readonly give: string;
  readonly [name: string]: unknown;
}

/** What these calls give, in order. For tests. */
export async function askProbe(handle: RuntimeHandle, calls: readonly ProbeCall[]): Promise<unknown[]> {
  return JSON.parse(await probe(handle, calls));
}

const compiled = new Map<string, Promise<string>>();

/** Once for each Java and test file. */
function compiledProbe(handle: RuntimeHandle, harness: string): Promise<string> {
  const compile = async () => {
    const folder = await mkdtemp(join(TEMPORARY, "probe-"));
    const files = (await sourcesIn(PROBE)).map(({file}) => file);
    await javac(handle, files, [harness], folder);
    return folder;
  };
  const ours = compiled.get(handle.version) ?? compile();
  compiled.set(handle.version, ours);
  return ours;
}

/** All that is printed while these calls are made, with more flags for Java. For tests. */
export async function probe(
  handle: RuntimeHandle,
  calls: readonly ProbeCall[],
  flags: readonly string[] = []
): Promise<string> {
  const harness = await compiledHarness(handle);
  const folder = await compiledProbe(handle, harness);
  const classes = [harness, folder].join(delimiter);
  const {stdout} = await promisify(execFile)(
    handle.executable,
    [...handle.args, ...flags, "-cp", classes, "hotpath.Probe", JSON.stringify(calls)],
    {maxBuffer: 2 ** 24}
  );
  return stdout;
}
