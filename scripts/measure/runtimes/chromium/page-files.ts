import {basename, join} from "node:path";
import {build} from "esbuild";
import {ROOT} from "../../../store.js";

const PAGE = join(ROOT, "scripts/measure/runtimes/chromium/page");

/** The page that asks for its question. */
const HTML = `<!doctype html>
<meta charset="utf-8">
<title>Hotpath</title>
<link rel="icon" href="data:,">
<script type="module" src="page.js"></script>
`;

/**
 * What a page that measures is made of, by the names under which it asks for it. The Worker of a fork is the one of
 * "Run in this page".
 */
export async function pageFiles(): Promise<ReadonlyMap<string, string>> {
  const {outputFiles} = await build({
    entryPoints: [
      join(PAGE, "page.ts"),
      join(PAGE, "describe-worker.ts"),
      join(PAGE, "warmup-worker.ts"),
      join(ROOT, "docs/components/fork-worker.ts")
    ],
    outdir: PAGE,
    entryNames: "[name]",
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    tsconfigRaw: {}
  });
  return new Map([
    ["index.html", HTML],
    ...outputFiles.map(({path, text}): [string, string] => [basename(path), text])
  ]);
}
