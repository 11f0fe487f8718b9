import {basename, delimiter, join} from "node:path";
import {compiledHarness} from "../../measure/runtimes/jvm/harness.js";
import {majorOf} from "../../measure/runtimes/jvm/identify.js";
import {javac} from "../../measure/runtimes/jvm/javac.js";
import {hashOf, sourcesIn} from "../../measure/runtimes/jvm/sources.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import {makeCompiled, ROOT} from "../../store.js";

const SOURCES = join(ROOT, "scripts/warmup/jvm/hotpath");

/** Compiles what times the first calls, once for each version of it. @returns the class path: it, and the harness */
export async function compiledWarmUp(handle: RuntimeHandle): Promise<string> {
  const sources = await sourcesIn(SOURCES);
  const harness = await compiledHarness(handle);
  const name = `warm-up-jvm${majorOf(handle)}-${basename(harness)}-${hashOf(sources).slice(0, 12)}`;
  const classes = await makeCompiled(name, (folder) =>
    javac(
      handle,
      sources.map(({file}) => file),
      [harness],
      folder
    )
  );
  return [harness, classes].join(delimiter);
}
