import {dirname, join} from "node:path";
import type {LabDescription} from "#lib/result.js";
import type {WarmupRequest} from "#lib/warmup/take-calls.js";
import {openLab} from "../evidence/opened-lab.js";
import {ask, type ChildOptions} from "../measure/ask.js";
import {compileModule} from "../measure/compile.js";
import {describe} from "../measure/describe.js";
import type {Chosen} from "../measure/runtimes/find-runtimes.js";
import type {RuntimeHandle} from "../measure/runtimes/runtime.js";
import type {WarmupQuestion} from "../measure/warmup-question.js";
import {ROOT} from "../store.js";
import {compiledWarmUp} from "./jvm/compiled-warm-up.js";

/** How children are started, but for the program. */
export type Patience = Pick<ChildOptions, "timeoutMs" | "signal">;

/** A lab as one runtime runs it, ready to be warmed up. */
export interface Warmer {
  readonly lab: LabDescription;
  /** Of the lab, as results have it. */
  readonly hash: string;
  /**
   * One fresh process. @param handle the runtime, perhaps with the flags of a tier
   *
   * @returns what it says, not yet checked
   * @throws ForkError if it gives no answer; Interrupted if the reader stopped it
   */
  ask(handle: RuntimeHandle, request: WarmupRequest): Promise<unknown>;
}

/** What stands between a runtime's arguments and the question, and what the question adds. */
interface Start {
  readonly child: string;
  readonly args?: readonly string[];
  readonly lab?: string;
  readonly more?: object;
}

/**
 * Makes a lab ready for a runtime: the plain files that are timed there, and beside them what times the first calls.
 *
 * @returns null where the lab has no twin for it
 * @throws ReaderError if it does not compile
 */
export async function warmerOn({kind, handle}: Chosen, source: string, patience: Patience): Promise<Warmer | null> {
  const compiled = await kind.compile(source, handle);
  if (compiled === null) return null;
  const usual = await kind.child(handle);
  const lab = await describe(compiled, {...patience, runtime: handle, child: usual});
  const start = await startOf(kind.name, handle, source, usual);
  return {
    lab,
    hash: compiled.hash,
    ask: (runtime, request) =>
      ask(
        {...start.more, ...({lab: start.lab ?? compiled.path, task: "warmup", request} satisfies WarmupQuestion)},
        {...patience, child: start.child, runtime: {...runtime, args: [...runtime.args, ...(start.args ?? [])]}}
      )
  };
}

async function startOf(kind: string, handle: RuntimeHandle, source: string, usual: string): Promise<Start> {
  if (kind === "python") {
    return {child: join(ROOT, "scripts/warmup/python/warm.py"), more: {harness: dirname(usual)}};
  }
  if (kind === "jvm") return {child: "hotpath.WarmUp", args: ["-cp", await compiledWarmUp(handle)]};
  const {path} = await openLab(source);
  if (kind === "chromium") return {child: usual, lab: path};
  return {child: await compileModule("scripts/warmup/javascript/child.ts", "warm-up"), lab: path};
}
