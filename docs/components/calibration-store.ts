import type {Answer} from "../lib/calibration/answer.js";
import {checkAnswers} from "../lib/calibration/check-answers.js";
import {KeptText} from "./kept-text.js";

/** Where this browser keeps the answers; the number is that of their format. */
export const ANSWERS_KEY = "predictions-1";

const MOST_CHARACTERS = 1_000_000;

const kept = new KeptText(ANSWERS_KEY);

/** The answers that this browser has kept, the oldest first. What is no answer is not there. */
export function readAnswers(): Answer[] {
  const text = kept.read();
  if (text.length > MOST_CHARACTERS) return [];
  try {
    return checkAnswers(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Whether answers outlast the page. */
export function keepsAnswers(): boolean {
  return kept.isKept();
}

/** Keeps an answer in place of an earlier one to the same question. */
export function keepAnswer(answer: Answer): void {
  kept.write(JSON.stringify([...withoutAnswerTo(answer.question), answer]));
}

/** Forgets the answer to one question, which is then asked again. */
export function forgetAnswer(question: string): void {
  kept.write(JSON.stringify(withoutAnswerTo(question)));
}

/** Forgets all. */
export function clearAnswers(): void {
  kept.write("[]");
}

function withoutAnswerTo(question: string): Answer[] {
  return readAnswers().filter((answer) => answer.question !== question);
}
