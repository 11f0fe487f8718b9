import {stat} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {ROOT} from "../store.js";
import {WORKERS} from "./known-labs.js";

const FILE = join(WORKERS, "vega.js");

/** Writes the one file with which a page redraws a chart, unless it is newer than the lockfile and its sources, this file among them. */
export async function bundleVega(): Promise<void> {
  const slim = join(ROOT, "scripts", "site", "vega-slim.js");
  const [made, ...inputs] = await Promise.all(
    [FILE, "package-lock.json", slim, fileURLToPath(import.meta.url)].map(modified)
  );
  if (made! > Math.max(...inputs)) return;
  await build({
    stdin: {
      contents: `export {Error as ERROR, logger, parse, View} from "vega"; export {compile} from "vega-lite";
export {expressionInterpreter} from "vega-interpreter"; export {Handler} from "vega-tooltip";`,
      resolveDir: ROOT
    },
    outfile: FILE,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    alias: {vega: slim},
    logLevel: "error"
  });
}

async function modified(path: string): Promise<number> {
  return stat(path).then(
    ({mtimeMs}) => mtimeMs,
    () => 0
  );
}
