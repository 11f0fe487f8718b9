import {type Answered, agree, answerText} from "#lib/answer.js";
import type {LabDescription} from "#lib/result.js";
import {type Cell, keyOf} from "./plan.js";

/**
 * Variants of one block whose answer is not that of the variant they are compared with. A variant that declares
 * a mistake is left out.
 *
 * @param answers by cell
 */
export function disagreements(
  lab: LabDescription,
  answers: ReadonlyMap<string, Answered>
): {cell: Cell; reason: string}[] {
  return lab.variants.flatMap(({name: variant, against, mistake, sizes}) => {
    if (against === null || mistake !== undefined) return [];
    return sizes.flatMap((size) => {
      const ours = answers.get(keyOf({variant, size}));
      const theirs = answers.get(keyOf({variant: against, size}));
      if (ours === undefined || theirs === undefined || agree(ours, theirs, lab.tolerance)) return [];
      const reason = `gave ${answerText(ours)} where ${against} gave ${answerText(theirs)}: they do not do the same work`;
      return [{cell: {variant, size}, reason}];
    });
  });
}

/**
 * A note about variants whose answer stayed the same although each block had data of its own: their work may be
 * dead. Empty if there are none.
 *
 * @param answers texts of the answers, one per block, by cell
 */
export function unchangedNote(answers: ReadonlyMap<string, readonly string[]>): string[] {
  const unchanged = [...answers]
    .filter(([, texts]) => texts.length >= 3 && new Set(texts).size === 1)
    .map(([key]) => key);
  if (unchanged.length === 0) return [];
  return [`The answer did not change with the data, so the work may be dead: ${unchanged.join(", ")}`.slice(0, 400)];
}
