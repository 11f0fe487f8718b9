import {join} from "node:path";
import type {Fork} from "#lib/result.js";
import {ROOT} from "../store.js";
import type {ProgressState} from "../terminal/progress.js";
import type {ChildOptions} from "./ask.js";
import {type CompiledLab, compileLab} from "./compile.js";
import {describe} from "./describe.js";
import {labEffects} from "./effects.js";
import {measureLab} from "./measure-lab.js";
import {cellsOf} from "./plan.js";

export interface SelfCheckOptions extends ChildOptions {
  readonly seed: number;
  /** The lab of the self-check as the runtime runs it; as Node.js does, if left out. */
  readonly lab?: CompiledLab;
  readonly progress?: (state: ProgressState) => void;
}

/** Where the lab of the self-check is. */
export const SELF_CHECK_LAB = join(ROOT, "scripts/measure/self-check-lab.ts");

/**
 * Measures the same work twice, and two per cent more of it, by the protocol of every lab: what comes out shows
 * what this machine can resolve now. `docs/lib/self-check.ts` judges it.
 */
export async function runSelfCheck(options: SelfCheckOptions): Promise<Fork[]> {
  const compiled = options.lab ?? (await compileLab(SELF_CHECK_LAB));
  const lab = await describe(compiled, options);
  const effects = labEffects(compiled, options, {save: async () => {}, progress: options.progress ?? (() => {})});
  const run = await measureLab(
    {
      name: "self-check",
      lab,
      hash: compiled.hash,
      runtime: options.runtime,
      cells: cellsOf(lab, {}),
      effort: "quick",
      margin: 0.01,
      seed: options.seed,
      budgetMs: 0,
      strictBudget: false,
      from: null,
      selfCheck: []
    },
    effects
  );
  return run.forks;
}
