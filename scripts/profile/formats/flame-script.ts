import {join} from "node:path";
import {buildSync} from "esbuild";
import {ROOT} from "../../store.js";

let built: string | undefined;

/**
 * The site's flame graph as one script that starts itself, for a page that is a single file. It is built once: Ctrl-C
 * ends the process in which esbuild builds, and it starts no other.
 */
export function flameScript(): string {
  built ??= build();
  return built;
}

function build(): string {
  const {outputFiles} = buildSync({
    stdin: {
      contents: 'import {startEmbeddedFlamegraphs} from "./flamegraph-embedded.ts"; startEmbeddedFlamegraphs();',
      resolveDir: join(ROOT, "docs", "components"),
      loader: "ts"
    },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    logLevel: "error",
    write: false
  });
  return outputFiles[0]!.text.replaceAll("</script", "<\\/script");
}
