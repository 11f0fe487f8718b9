import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {explain, ReaderError} from "./errors.js";
import {writeAtomically} from "./files.js";
import {describeMachine} from "./machine.js";
import {alone} from "./measure/lock.js";
import {chooseRuntimes, runtimeAt} from "./measure/runtimes/choose.js";
import type {RuntimeHandle} from "./measure/runtimes/runtime.js";
import {manifestFile, type Recorded, readManifest, recordingFile, sourceHash} from "./recordings/manifest.js";
import type {Recipe} from "./recordings/recipe.js";
import {RECIPES} from "./recordings/recipes.js";
import {record} from "./recordings/record.js";
import {terminal} from "./terminal.js";

const HELP = `Makes the committed recordings of the programs in labs/programs. One that is fresh is left alone.

  npm run recordings -- [--force] [--python PATH] [--async-profiler PATH] [program | program/file]...

  --python PATH           a Python that has py-spy, memray and line_profiler; else the one that is found
  --async-profiler PATH   where a release of async-profiler was unpacked: a folder with bin and lib
  --force                 also those that are fresh`;

async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      python: {type: "string"},
      "async-profiler": {type: "string", default: "async-profiler"},
      force: {type: "boolean", default: false},
      help: {type: "boolean"}
    }
  });
  if (values.help) return terminal.print(HELP);
  const unknown = positionals.find((name) => !RECIPES.some((recipe) => isNamed(recipe, name)));
  if (unknown !== undefined) throw new ReaderError(`no recording ${unknown}`, `there are: ${names().join(", ")}`);
  const wanted = RECIPES.filter((recipe) => positionals.length === 0 || positionals.some((n) => isNamed(recipe, n)));
  await alone(async () => {
    for (const recipe of wanted) await keep(recipe, values);
  });
}

const names = () => [...new Set(RECIPES.map(({program}) => program)), ...RECIPES.map(nameOf)];
const nameOf = ({program, file}: Recipe) => `${program}/${file}`;
const isNamed = (recipe: Recipe, name: string) => recipe.program === name || nameOf(recipe) === name;

/** What the reader said of how to record. */
interface Wanted {
  readonly force: boolean;
  readonly python?: string;
  readonly "async-profiler": string;
}

async function keep(recipe: Recipe, {force, python, "async-profiler": asyncProfiler}: Wanted): Promise<void> {
  const {program, file, of} = recipe;
  const before = readManifest(program);
  const hash = await sourceHash(program, of);
  const typed = recipe.command.join(" ").replaceAll("{asyncProfiler}", "async-profiler");
  const command = typed.replace("{out}", file).replaceAll("{temporary}", program);
  const isFresh = before.some((known) => known.file === file && known.hash === hash && known.command === command);
  if (isFresh && !force) return terminal.tell(`${nameOf(recipe)}: fresh`);
  const runtime = await runtimeOf(recipe, python);
  await writeAtomically(recordingFile(program, file), await record(recipe, runtime, resolve(asyncProfiler)));
  const known: Recorded = {
    file,
    of,
    hash,
    command,
    runtime: {name: runtime.name, version: runtime.version},
    machine: await describeMachine(),
    date: new Date().toISOString().slice(0, 10)
  };
  const recordings = [...before.filter((other) => other.file !== file), known];
  recordings.sort((a, b) => (a.file < b.file ? -1 : 1));
  await writeAtomically(manifestFile(program), `${JSON.stringify({recordings}, null, 2)}\n`);
  terminal.tell(`${nameOf(recipe)}: recorded with ${runtime.name} ${runtime.version}`);
}

async function runtimeOf({runtime}: Recipe, python: string | undefined): Promise<RuntimeHandle> {
  const chosen =
    runtime === "python" && python !== undefined
      ? [await runtimeAt(python)]
      : await chooseRuntimes([runtime], () => {});
  return chosen[0]!.handle;
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
