import {basename, join} from "node:path";
import {makeCompiled, ROOT, writeCompiled} from "../../../store.js";
import type {RuntimeHandle} from "../runtime.js";
import {majorOf} from "./identify.js";
import {javac} from "./javac.js";
import {hashOf, sourcesIn} from "./sources.js";

/** The measuring code in Java. */
export const HARNESS = join(ROOT, "scripts/measure/runtimes/jvm/harness/hotpath");

/**
 * Compiles the measuring code, once for each version of it and each major version of Java.
 *
 * @returns the folder of its classes
 */
export async function compiledHarness(handle: RuntimeHandle): Promise<string> {
  const sources = await sourcesIn(HARNESS);
  return makeCompiled(`harness-jvm${majorOf(handle)}-${hashOf(sources).slice(0, 12)}`, (folder) =>
    javac(
      handle,
      sources.map(({file}) => file),
      [],
      folder
    )
  );
}

/** What stands between Java and the question: a file that names the classes of the harness, and the main one. */
export async function child(handle: RuntimeHandle): Promise<string> {
  const harness = await compiledHarness(handle);
  const quoted = `"${harness.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  return `@${await writeCompiled(`${basename(harness)}.args`, `-cp ${quoted}\nhotpath.Main\n`)}`;
}
