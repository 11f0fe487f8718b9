import type {Truth} from "./truth.js";

/** What is asked for: variant ÷ another variant, larger ÷ smaller size of one variant, or operations a second. */
export type QuestionKind = "ratio" | "growth" | "rate";

/** A prediction that a page asks for. The page carries it as JSON. */
export interface Question {
  /** The same for the same question wherever it is asked; also the id of its element. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** Whether the reader chooses between sentences, or sets a ratio. */
  readonly how: "choices" | "ratio";
  readonly lab: string;
  readonly topic: string;
  /** Path from the root of the site, without its ending: "lessons/strings". */
  readonly page: string;
  /** The question as plain text. */
  readonly asked: string;
  readonly variant: string;
  /** One size; of a growth, the smaller and the larger. */
  readonly sizes: readonly number[];
  /** Title of what a ratio compares with; empty if the question is about no ratio. */
  readonly of: string;
  /** One for each environment that has measured it, the one to be quoted first in front. */
  readonly truths: readonly Truth[];
}

/** How many times as large the larger size of a growth is; 1 if there is only one size. */
export function sizeFactor({sizes}: Pick<Question, "sizes">): number {
  return sizes.at(-1)! / sizes[0]!;
}
