import {checkLab} from "#lib/check-lab.js";
import type {LabDescription} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {shownPath} from "../shown-path.js";
import {ask, type ChildOptions, ForkError} from "./ask.js";
import type {Question} from "./child.js";
import type {CompiledLab} from "./compile.js";

/**
 * Asks a lab what it is, in a process of its own: the file is not trusted to end, or to leave us alone.
 *
 * @throws ReaderError, LabError or ResultError that names the file and what is wrong with it
 */
export async function describe(lab: CompiledLab, options: ChildOptions): Promise<LabDescription> {
  const place = shownPath(lab.source);
  try {
    return checkLab(await ask({lab: lab.path, task: "describe"} satisfies Question, options), place);
  } catch (error) {
    if (error instanceof ForkError) throw new ReaderError(`${place}: ${reasonOf(error)}`, "", {cause: error});
    throw error;
  }
}

/** What `describeLab` expected of the lab is no error that the lab threw. */
function reasonOf({message}: ForkError): string {
  return message.replace(/^threw: (?=(?:[\w.-]+: )?expected )/, "");
}
