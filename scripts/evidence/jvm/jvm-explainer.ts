import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, delimiter, join} from "node:path";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {checkCell} from "#lib/evidence/evidence.js";
import {ask} from "../../measure/ask.js";
import {describe} from "../../measure/describe.js";
import {compiledHarness} from "../../measure/runtimes/jvm/harness.js";
import {javac} from "../../measure/runtimes/jvm/javac.js";
import {hashOf, sourcesIn} from "../../measure/runtimes/jvm/sources.js";
import {jvm} from "../../measure/runtimes/jvm.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import {makeCompiled, ROOT} from "../../store.js";
import type {Explainer} from "../explainer.js";
import {filesBeside} from "../files-beside.js";
import {compiledMethods} from "./compiled-methods.js";

const CHILD = join(ROOT, "scripts/evidence/jvm/hotpath");

/** What the compilers print goes to a file: standard output is for the answer. */
const FLAGS = [
  "-XX:+UnlockDiagnosticVMOptions",
  "-XX:+PrintCompilation",
  "-XX:+PrintInlining",
  "-XX:-DisplayVMOutput",
  "-XX:+LogVMOutput"
];

/** What Explain.java answers: `readyMs` is when the variant began, as HotSpot counts. */
const Told = v.object({readyMs: v.number(), allocation: v.looseObject({bytes: v.number()})});
const place = (variant: string) => `Explain.java: ${variant}`;

/** HotSpot: what its compilers did with the methods of a variant, and what its thread allocates. */
export const explainOnJvm: Explainer = async (source, handle, options) => {
  const compiled = await jvm.compile(source, handle);
  if (compiled === null) return null;
  const lab = await describe(compiled, {...options, runtime: handle, child: await jvm.child(handle)});
  const classes = [await compiledHarness(handle), await compiledChild(handle)].join(delimiter);
  const own = (await filesBeside(compiled.source, ".java")).map((file) => basename(file, ".java"));
  return {
    files: await filesBeside(compiled.source, ".java"),
    lab,
    unavailable: [],
    explain: (cell, seed) => {
      const question = {...cell, lab: compiled.path, seed};
      return withLog(async (logfile) => {
        const args = [...handle.args, ...FLAGS, `-XX:LogFile=${logfile}`, "-cp", classes];
        const told = await ask(question, {...options, runtime: {...handle, args}, child: "hotpath.Explain"});
        const {readyMs, allocation} = checkValue(Told, told, place(cell.variant));
        const compiledOnes = compiledMethods(await readFile(logfile, "utf8"), own, readyMs);
        const bytes = Number(allocation.bytes.toPrecision(4));
        return checkCell({...cell, allocation: {...allocation, bytes}, compiled: compiledOnes}, place(cell.variant));
      });
    }
  };
};

async function compiledChild(handle: RuntimeHandle): Promise<string> {
  const sources = await sourcesIn(CHILD);
  const major = Number.parseInt(handle.version, 10);
  const harness = await compiledHarness(handle);
  return makeCompiled(`evidence-jvm${major}-${basename(harness)}-${hashOf(sources).slice(0, 12)}`, (folder) =>
    javac(
      handle,
      sources.map(({file}) => file),
      [harness],
      folder
    )
  );
}

async function withLog<Result>(use: (logfile: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-evidence-"));
  try {
    return await use(join(folder, "hotspot.log"));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
