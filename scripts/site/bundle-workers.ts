import {join} from "node:path";
import {build} from "esbuild";
import {ROOT} from "../store.js";
import {WORKERS} from "./known-labs.js";

/** Workers by the names under which pages load them, and what each begins with. */
const ENTRIES = {"read-result": "drop-worker.ts", "read-profile": "profile-worker.ts"};

/** Writes a file for each Worker in which pages read files of their readers, validators included. */
export async function bundleWorkers(): Promise<void> {
  const entries = Object.entries(ENTRIES).map(([name, file]) => [name, join(ROOT, "docs", "components", file)]);
  await build({
    entryPoints: Object.fromEntries(entries),
    outdir: WORKERS,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "error"
  });
}
