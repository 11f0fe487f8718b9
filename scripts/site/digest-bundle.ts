import {join} from "node:path";
import {build} from "esbuild";
import {ROOT} from "../store.js";
import {WORKERS} from "./known-labs.js";

/** Writes the one file of the Worker in which a page reads result files, validator and statistics included. */
export async function bundleDropWorker(): Promise<void> {
  await build({
    entryPoints: [join(ROOT, "docs", "components", "drop-worker.ts")],
    outfile: join(WORKERS, "read-result.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "error"
  });
}
