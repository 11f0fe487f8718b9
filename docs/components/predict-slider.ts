import {ratioAt, ratioGuess} from "../lib/calibration/guess.js";
import type {Question} from "../lib/calibration/question.js";

/** Says what the slider of a question stands at, if it has one, to those who see it and to those who do not. */
export function sayRatio(form: HTMLElement, question: Question): void {
  const slider = form.querySelector<HTMLInputElement>("input[type=range]");
  if (slider === null) return;
  const {said} = ratioGuess(ratioAt(slider.valueAsNumber), question);
  form.querySelector(".predict-reading")!.textContent = said;
  slider.setAttribute("aria-valuetext", said.replace("×", " times"));
}
