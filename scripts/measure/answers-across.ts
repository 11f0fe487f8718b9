import {type Answered, agree, answerText} from "#lib/answer.js";
import type {ForkRequest} from "#lib/measure.js";
import type {LabDescription} from "#lib/result.js";
import {formatCount} from "#lib/units.js";

/** Cells that a note names at most. */
const NAMED = 3;

/** One answer, and what it answers. */
interface Given {
  readonly request: Pick<ForkRequest, "variant" | "size" | "seed">;
  readonly answer: Answered;
}

/** What the variants of a lab answered on each runtime: the same data, so the same answer. */
export class AnswersAcross {
  readonly #given = new Map<string, Map<string, Given>>();

  /** @param runtime what tells it from the others */
  add(runtime: string, request: Given["request"], answer: Answered): void {
    const answers = this.#given.get(runtime) ?? new Map<string, Given>();
    this.#given.set(runtime, answers);
    const {variant, size, seed} = request;
    answers.set(JSON.stringify([variant, size, seed]), {request, answer});
  }

  /**
   * What the reader should know if a runtime answered otherwise than another did, where both have a variant of one
   * name; empty if they agree. A variant that declares a mistake is left out.
   *
   * @param lab as the runtime in question describes it; numbers may differ within its tolerance
   */
  notes(runtime: string, other: string, {variants, tolerance}: LabDescription): string[] {
    const theirs = this.#given.get(other);
    const honest = new Set(variants.filter(({mistake}) => mistake === undefined).map(({name}) => name));
    const cells = new Map<string, string>();
    for (const [key, {request, answer}] of this.#given.get(runtime) ?? []) {
      const same = theirs?.get(key)?.answer;
      if (same === undefined || agree(answer, same, tolerance) || !honest.has(request.variant)) continue;
      const cell = `${request.variant} at ${formatCount(request.size)}`;
      cells.set(cell, `${cell} gave ${answerText(answer)}, not ${answerText(same)}`);
    }
    if (cells.size === 0) return [];
    const named = [...cells.values()].slice(0, NAMED).join("; ");
    const more = cells.size > NAMED ? `; and ${cells.size - NAMED} more` : "";
    return [`not the same work as on ${other}, so their times may not be compared: ${named}${more}`.slice(0, 400)];
  }
}
