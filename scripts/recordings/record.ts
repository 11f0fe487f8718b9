import {execFile} from "node:child_process";
import {mkdir, mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {delimiter, dirname, join} from "node:path";
import process from "node:process";
import {promisify} from "node:util";
import {MeasurementError} from "../errors.js";
import type {RuntimeHandle} from "../measure/runtimes/runtime.js";
import {ROOT} from "../store.js";
import type {Recipe} from "./recipe.js";
import {withoutPaths} from "./without-paths.js";

const run = promisify(execFile);
const MOST_BYTES = 64 * 2 ** 20;
const TIMEOUT_MS = 300_000;

/**
 * Makes one recording.
 *
 * @param asyncProfiler the folder that a release of async-profiler was unpacked to
 * @returns its text, without paths of this machine
 * @throws MeasurementError if a command cannot be started or fails
 */
export async function record(recipe: Recipe, runtime: RuntimeHandle, asyncProfiler: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-recording-"));
  const out = join(folder, recipe.file);
  const places = {out, temporary: join(folder, recipe.program), asyncProfiler};
  try {
    for (const words of recipe.before ?? []) await runWords(words, runtime, places);
    await mkdir(places.temporary, {recursive: true});
    const printed = await runWords(recipe.command, runtime, places);
    const writes = recipe.command.some((word) => word.includes("{out}"));
    const text = writes ? await readFile(out, "utf8") : firstLines(printed, recipe.lines);
    return withoutPaths(text, {[ROOT]: "", [folder]: ""});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function runWords(
  words: readonly string[],
  runtime: RuntimeHandle,
  places: Readonly<Record<"out" | "temporary" | "asyncProfiler", string>>
): Promise<string> {
  const [program, ...args] = words
    .map((word) => word.replace(/\{(out|temporary|asyncProfiler)\}/g, (_, name: keyof typeof places) => places[name]))
    .flatMap((word, index) => programOf(word, words, index, runtime));
  const PATH = [dirname(runtime.executable), process.env.PATH ?? ""].join(delimiter);
  const env = {...process.env, PATH, COLUMNS: "120", NO_COLOR: "1", PYTHONHASHSEED: "0"};
  try {
    const {stdout} = await run(program!, args, {cwd: ROOT, env, maxBuffer: MOST_BYTES, timeout: TIMEOUT_MS});
    return stdout;
  } catch (error) {
    throw new MeasurementError(`${words.join(" ")}: ${(error as Error).message}`, "is that tool installed?", {
      cause: error
    });
  }
}

/** `npx lab` is this checkout's, and `node` the runtime that was chosen. */
function programOf(word: string, words: readonly string[], index: number, runtime: RuntimeHandle): string[] {
  if (index === 0 && word === "npx") return [process.execPath];
  if (index === 1 && words[0] === "npx") return [join(ROOT, "scripts/bin.mjs")];
  const isRuntime = word === "node" && runtime.name === "node" && words[index - 1] === "--";
  return [isRuntime || word === "python3" ? runtime.executable : word];
}

function firstLines(text: string, count: number | undefined): string {
  const lines = text.trim().split("\n");
  return `${lines
    .slice(0, count)
    .map((line) => line.trimEnd())
    .join("\n")}\n`;
}
