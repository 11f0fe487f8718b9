import {createHash} from "node:crypto";
import {basename, resolve} from "node:path";
import {build, type Plugin} from "esbuild";
import type {LabDescription} from "#lib/result.js";
import {ROOT, writeCompiled} from "../../store.js";
import type {Tool} from "../engine-result.js";

/** Imports the tools from where they are installed, wherever the compiled module lies. */
const installed: Plugin = {
  name: "installed",
  setup(pluginBuild) {
    pluginBuild.onResolve({filter: /^(mitata|tinybench|bench-node)$/}, ({path}) => ({
      path: import.meta.resolve(path),
      external: true
    }));
  }
};

/** How a kernel is named to other tools. */
export function kernelName(variant: string, size: number): string {
  return `${variant} at ${size}`;
}

/**
 * Compiles a lab for another tool: one plain module without kept names, in which every kernel is called by an
 * arrow function written out for it alone, so that the tool is not charged for a function we made them share.
 *
 * @returns the path of the module
 */
export async function compilePeer(tool: Tool, kernels: string, lab: LabDescription): Promise<string> {
  const entry = `
import lab from ${JSON.stringify(kernels)};
import {answerPeer, candidate} from ${JSON.stringify(resolve(ROOT, "scripts/bench/peers/answer-peer.ts"))};
import {peer} from ${JSON.stringify(resolve(ROOT, `scripts/bench/peers/${tool}.ts`))};
await answerPeer(peer, {
${lab.variants.flatMap(({name, sizes}) => sizes.map((size) => taskText(name, size))).join(",\n")}
});`;
  const {outputFiles} = await build({
    stdin: {contents: entry, resolveDir: ROOT, sourcefile: "entry.js"},
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    keepNames: false,
    plugins: [installed],
    write: false,
    logLevel: "silent",
    tsconfigRaw: {}
  });
  const {text} = outputFiles[0]!;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return writeCompiled(`bench-${tool}-${basename(kernels, ".ts")}-${hash}.mjs`, text);
}

function taskText(variant: string, size: number): string {
  return `${JSON.stringify(kernelName(variant, size))}: (seed) => {
  const {run, input} = candidate(lab, ${JSON.stringify(variant)}, ${size}, seed);
  return () => run(input);
}`;
}
