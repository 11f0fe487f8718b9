import {holdAgainst} from "../hold-against.js";
import type {Guess} from "./guess.js";
import type {Question} from "./question.js";
import {decidingTruth, type Truth} from "./truth.js";

/** Where a reader comes from, as the reader's switch has it. */
export const ORIGINS = ["jvm", "python", "both"] as const;
export type Origin = (typeof ORIGINS)[number];

/** What a reader said to a question, and what was measured at that time. */
export interface Answer extends Pick<Question, "kind" | "lab" | "topic" | "page" | "asked"> {
  /** The id of the question. */
  readonly question: string;
  /** ISO 8601. */
  readonly date: string;
  readonly from: Origin;
  /** Null if the reader had the answer shown instead. */
  readonly guess: Guess | null;
  /** What the guess is judged by. Null if nobody had measured, or nothing was guessed. */
  readonly truth: Truth | null;
}

/** Whether a guess was right: `shown` if none was made. What nobody has measured is undecided. */
export type GuessVerdict = ReturnType<typeof holdAgainst> | "shown";

/** The answer to a question at this moment. */
export function answerTo(
  {id, kind, lab, topic, page, asked, truths}: Question,
  guess: Guess | null,
  {date, from}: Pick<Answer, "date" | "from">
): Answer {
  const truth = guess === null ? null : decidingTruth(guess.range, truths);
  return {question: id, kind, lab, topic, page, asked, date, from, guess, truth};
}

/** Whether the guess of an answer was right, by the data of that time. */
export function verdictOf({guess, truth}: Pick<Answer, "guess" | "truth">): GuessVerdict {
  if (guess === null) return "shown";
  return truth === null ? "undecided" : holdAgainst(guess.range, truth.interval);
}

/** By what factor a ratio was guessed too small or too large, at least 1; null if no ratio was guessed. */
export function factorOff({guess, truth}: Pick<Answer, "guess" | "truth">): number | null {
  if (guess?.ratio == null || truth === null) return null;
  return Math.max(guess.ratio / truth.ratio, truth.ratio / guess.ratio);
}
