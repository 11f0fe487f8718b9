import type {Answered} from "#lib/answer.js";
import type {ForkReply, ForkRequest} from "#lib/measure.js";
import {checkFork, ResultError} from "#lib/result.js";
import {ask, type ChildOptions, ForkError} from "./ask.js";
import type {Question} from "./child.js";
import type {CompiledLab} from "./compile.js";

/**
 * Measures one fork in a fresh process, and checks what it says before it is believed.
 *
 * @throws ForkError if there is no answer that can be believed
 * @throws Interrupted if the reader stopped the run
 */
export async function fork(lab: CompiledLab, request: ForkRequest, options: ChildOptions): Promise<ForkReply> {
  const reply = (await ask(
    {lab: lab.path, task: "fork", request} satisfies Question,
    options
  )) as Partial<ForkReply> | null;
  try {
    const measured = checkFork(reply?.fork, "its answer");
    const {variant, size, block, order} = request;
    const asked =
      measured.variant === variant && measured.size === size && measured.block === block && measured.order === order;
    if (!asked) throw new ResultError("its answer: expected the fork that was asked for");
    return {fork: measured, answer: checkAnswer(reply?.answer)};
  } catch (error) {
    if (error instanceof ResultError) throw new ForkError(error.message, {cause: error});
    throw error;
  }
}

function checkAnswer(answer: unknown): Answered {
  const type = (answer as {type?: unknown} | undefined)?.type;
  if (type === "number" || type === "bigint" || type === "boolean" || type === "string") return answer as Answered;
  throw new ResultError("its answer: expected a number, a text, a bigint or a boolean");
}
