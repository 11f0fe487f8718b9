import {join} from "node:path";
import type {LabDescription} from "#lib/result.js";
import type {ChildOptions} from "../measure/ask.js";
import {type CompiledLab, compileLab} from "../measure/compile.js";
import {describe} from "../measure/describe.js";
import {ROOT} from "../store.js";
import {TOOLS, type Tool} from "./engine-result.js";
import {compilePeer} from "./peers/compile-peer.js";

/** The files of `kernels/`. */
export const KERNELS = ["chain", "allocation", "shapes", "wrappers", "dead", "ladder"] as const;
export type Kernels = (typeof KERNELS)[number];

/** A lab of this bench, compiled for every tool. */
export interface BenchLab {
  readonly compiled: CompiledLab;
  readonly lab: LabDescription;
  readonly peers: ReadonlyMap<Tool, string>;
}

/** Compiles all kernels for all tools before anything is measured. */
export async function compileKernels(options: ChildOptions): Promise<ReadonlyMap<Kernels, BenchLab>> {
  const compiled = new Map<Kernels, BenchLab>();
  for (const name of KERNELS) compiled.set(name, await compileKernel(name, options));
  return compiled;
}

async function compileKernel(name: Kernels, options: ChildOptions): Promise<BenchLab> {
  const file = join(ROOT, "scripts/bench/kernels", `${name}.ts`);
  const compiled = await compileLab(file);
  const lab = await describe(compiled, options);
  const peers = new Map<Tool, string>();
  for (const tool of TOOLS) if (tool !== "hotpath") peers.set(tool, await compilePeer(tool, file, lab));
  return {compiled, lab, peers};
}
