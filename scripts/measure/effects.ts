import {performance} from "node:perf_hooks";
import {readLoad} from "../machine.js";
import type {ChildOptions} from "./ask.js";
import type {CompiledLab} from "./compile.js";
import {fork} from "./fork.js";
import type {Effects} from "./measure-lab.js";

/** Real processes, the real clock and the real load, for `measureLab`. */
export function labEffects(lab: CompiledLab, options: ChildOptions, rest: Pick<Effects, "save" | "progress">): Effects {
  return {
    fork: (request) => fork(lab, request, options),
    now: () => performance.now(),
    load: readLoad,
    ...rest
  };
}
