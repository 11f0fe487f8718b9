import {type Answer, factorOff} from "../lib/calibration/answer.js";
import type {Question} from "../lib/calibration/question.js";
import {decidingTruth} from "../lib/calibration/truth.js";
import {holdAgainst} from "../lib/hold-against.js";
import {formatRatio} from "../lib/units.js";
import {VERDICT_SIGNS} from "../lib/verdict-signs.js";
import {element} from "./element.js";

/** Shows what the reader said and whether each environment bears it out; without an answer, asks again. */
export function showAnswer(form: HTMLElement, question: Question, answer: Answer | undefined): void {
  if (answer === undefined) delete form.dataset.settled;
  else form.dataset.settled = answer.guess === null ? "shown" : "guessed";
  form.querySelector(".predict-said")!.textContent = answer === undefined ? "" : saidText(question, answer);
  for (const [index, mark] of form.querySelectorAll(".predict-mark").entries()) {
    const range = answer?.guess?.range;
    const verdict = range && holdAgainst(range, question.truths[index]!.interval);
    const sign = verdict && element("span", {ariaHidden: "true"}, VERDICT_SIGNS[verdict]);
    mark.className = verdict ? `predict-mark verdict verdict-${verdict}` : "predict-mark";
    mark.replaceChildren(...(sign ? [sign, ` ${verdict}`] : []));
  }
}

function saidText({truths}: Question, {guess}: Answer): string {
  if (guess === null) return "You had the answer shown.";
  const factor = factorOff({guess, truth: decidingTruth(guess.range, truths)});
  const off = factor === null ? "" : ` That is off by a factor of ${formatRatio(factor).replace("×", "")}.`;
  return `You said: ${guess.said}.${off}`;
}
