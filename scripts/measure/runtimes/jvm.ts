import {existsSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import process from "node:process";
import {makeCompiled, ROOT} from "../../store.js";
import {type CompiledLab, labName} from "../compile.js";
import {child, compiledHarness, HARNESS} from "./jvm/harness.js";
import {homeOf, javaHomes} from "./jvm/homes.js";
import {hasVectorApi, identifyHome, majorOf} from "./jvm/identify.js";
import {javac, javacOf} from "./jvm/javac.js";
import {hashOf, type Source, sourcesIn} from "./jvm/sources.js";
import {newestLast} from "./programs.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

const SELF_CHECK_LAB = join(ROOT, "scripts/measure/self-check-lab.ts");
const SELF_CHECK_TWIN = join(ROOT, "scripts/measure/runtimes/jvm/self-check/Lab.java");

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install --cask temurin",
  win32: "winget install EclipseAdoptium.Temurin.25.JDK"
};

/** JDKs from 17 on. A Java without its compiler is known, but cannot be prepared for a lab: `compile` says so. */
export const jvm: RuntimeKind = {
  name: "jvm",
  install: INSTALL[process.platform] ?? "sudo apt install openjdk-17-jdk",
  find,
  identify: async (executable) => {
    const home = await homeOf(executable);
    return home === null ? null : identifyHome(home);
  },
  hash: async (source) => {
    const twin = twinOf(source);
    return twin === null ? null : hashOf(await readSources(twin));
  },
  compile,
  child
};

async function find(): Promise<RuntimeHandle[]> {
  const found = await Promise.all((await javaHomes()).map((home) => identifyHome(home)));
  return newestLast(found.filter((handle) => handle !== null && existsSync(javacOf(handle))));
}

/** Classes differ from one major version to the next, and with the Vector API: each has folders of its own. */
async function compile(source: string, handle: RuntimeHandle): Promise<CompiledLab | null> {
  const twin = twinOf(source);
  if (twin === null) return null;
  const sources = await readSources(twin);
  const hash = hashOf(sources);
  const name = await labName(resolve(source));
  const files = sources.filter(({file, text}) => dirname(file) === dirname(twin) && canCompile(text, handle));
  const harness = await compiledHarness(handle);
  const major = `jvm${majorOf(handle)}${hasVectorApi(handle) ? "" : "-without-vectors"}`;
  const path = await makeCompiled(`${name}-${major}-${hash.slice(0, 12)}`, (folder) =>
    javac(
      handle,
      files.map(({file}) => file),
      [harness],
      folder
    )
  );
  return {name, source: twin, path, hash};
}

/** Lab.java beside a lab.ts; null if there is none. */
function twinOf(source: string): string | null {
  const file = resolve(source);
  if (file === SELF_CHECK_LAB) return SELF_CHECK_TWIN;
  const twin = join(dirname(file), "Lab.java");
  return basename(file) === "lab.ts" && existsSync(twin) ? twin : null;
}

/** The harness, and all Java beside the twin: whatever decides what is timed. */
async function readSources(twin: string): Promise<Source[]> {
  return [...(await sourcesIn(HARNESS)), ...(await sourcesIn(dirname(twin)))];
}

/** A file that needs the Vector API is left out where Java lacks it: the twin does without. */
function canCompile(text: string, handle: RuntimeHandle): boolean {
  return hasVectorApi(handle) || !text.includes("import jdk.incubator.vector.");
}
