import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {writeAtomically} from "../files.js";
import {compileLab} from "../measure/compile.js";
import {KINDS} from "../measure/runtimes/kinds.js";
import {labFile, labNames} from "../store.js";
import {bundleWorkers} from "./bundle-workers.js";
import {deleteOldDigests} from "./digest.js";
import {type KnownLab, WORKERS} from "./known-labs.js";
import {isTwin} from "./languages.js";
import {bundleVega} from "./vega-bundle.js";

/** The kinds of runtime that run a lab's twin. */
const LANGUAGES = KINDS.filter(isTwin);

const CACHE = join("docs", ".observablehq", "cache");

/** Framework 1.13.4 asks a registry for the versions of these, used or not, unless its cache has an answer. */
const NEVER_FETCHED = [
  ...["react", "react-dom", "lodash", "arquero", "apache-arrow", "d3", "d3-dsv", "echarts", "htl", "leaflet"],
  ...["mapbox-gl", "@observablehq/plot", "@observablehq/sample-datasets", "topojson-client", "parquet-wasm"]
];

/** All that must be there before a page is rendered: answered questions, fresh loaders, compiled labs. */
export async function prepare(): Promise<void> {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";
  await clearLoaderCaches();
  await answerVersions(CACHE);
  await mkdir(WORKERS, {recursive: true});
  await Promise.all([bundleVega(), bundleWorkers(), deleteOldDigests(), prepareLabs()]);
}

/** Puts an answer into a cache of Framework's for each question that it would ask a registry. */
export async function answerVersions(cache: string): Promise<void> {
  await Promise.all(NEVER_FETCHED.map((name) => mkdir(join(cache, "_npm", `${name}@0.0.0`), {recursive: true})));
}

/** Compiles every lab into a file that a page can load, beside a description that pages are checked against. */
export async function prepareLabs(): Promise<void> {
  const names = await labNames();
  for (const name of names) await prepareLab(name);
  const files = (await readdir(WORKERS)).filter((file) => file.endsWith(".json"));
  const gone = files.map((file) => file.slice(0, -".json".length)).filter((name) => !names.includes(name));
  await Promise.all(
    gone.flatMap((name) => [".js", ".json"].map((end) => rm(join(WORKERS, name + end), {force: true})))
  );
}

async function prepareLab(name: string): Promise<void> {
  const file = labFile(name);
  const [{text, hash, path}, twins] = await Promise.all([compileLab(file), hashesOfTwins(file)]);
  const description = join(WORKERS, `${name}.json`);
  const module = join(WORKERS, `${name}.js`);
  const known = (await readFile(description, "utf8").catch(() => "")) || "{}";
  if (existsSync(module) && isOf(JSON.parse(known), {hash, twins})) return;
  const {describe} = (await import(pathToFileURL(path).href)) as {describe(): KnownLab["lab"]};
  await writeAtomically(module, text);
  await writeAtomically(description, `${JSON.stringify({hash, twins, lab: describe()} satisfies KnownLab)}\n`);
}

async function hashesOfTwins(file: string): Promise<KnownLab["twins"]> {
  const hashes = await Promise.all(LANGUAGES.map(async (kind) => [kind.name, await kind.hash(file)] as const));
  return Object.fromEntries(hashes.filter((entry): entry is [string, string] => entry[1] !== null));
}

function isOf(known: Partial<KnownLab>, {hash, twins}: Pick<KnownLab, "hash" | "twins">): boolean {
  return known.hash === hash && JSON.stringify(known.twins) === JSON.stringify(twins);
}

/** A build uses whatever a loader left, however old. Bundled libraries may stay: their versions name them. */
async function clearLoaderCaches(): Promise<void> {
  const kept = new Set(["_npm", "_node"]);
  const entries = await readdir(CACHE).catch(() => []);
  await Promise.all(
    entries.filter((entry) => !kept.has(entry)).map((entry) => rm(join(CACHE, entry), {recursive: true, force: true}))
  );
}
