import {type Answer, answerTo} from "../lib/calibration/answer.js";
import {choicesFor, type Guess, ratioAt, ratioGuess} from "../lib/calibration/guess.js";
import type {Question} from "../lib/calibration/question.js";
import {decidingTruth} from "../lib/calibration/truth.js";
import {keepAnswer, readAnswers} from "./calibration-store.js";
import {showAnswer} from "./predict-answer.js";
import {coverTelling} from "./predict-cover.js";
import {sayRatio} from "./predict-slider.js";
import {chosen} from "./preferences.js";

/**
 * Lets the reader answer what the page asks, and covers what gives an answer away until its questions are settled.
 * Until this has run, style sheets keep both out of sight.
 */
export function startPredictions(): void {
  document.documentElement.classList.add("predicting");
  showAll();
  document.addEventListener("click", ({target}) => clicked(target as Element));
  document.addEventListener("input", ({target}) => {
    const form = (target as Element).closest<HTMLElement>(".predict");
    if (form !== null) sayRatio(form, questionIn(form));
  });
  addEventListener("storage", showAll);
  addEventListener("hashchange", showAll);
  new MutationObserver(showAll).observe(document.querySelector("main")!, {childList: true});
  new MutationObserver(afterRuns).observe(document, {subtree: true, attributeFilter: ["aria-busy"]});
}

function showAll(): void {
  const answers = new Map(readAnswers().map((answer) => [answer.question, answer]));
  for (const form of document.querySelectorAll<HTMLElement>(".predict")) {
    const question = questionIn(form);
    sayRatio(form, question);
    showAnswer(form, question, measuredSince(question, answers.get(question.id)));
  }
  coverTelling(new Set(answers.keys()));
}

/** A guess that was made before anybody had measured is judged as soon as somebody has. */
function measuredSince(question: Question, answer: Answer | undefined): Answer | undefined {
  if (answer?.guess == null || answer.truth !== null || question.truths.length === 0) return answer;
  const judged = {...answer, truth: decidingTruth(answer.guess.range, question.truths)};
  keepAnswer(judged);
  return judged;
}

function clicked(target: Element): void {
  const cover = target.closest(".telling-show")?.closest<HTMLElement>(".telling");
  if (cover) reveal(cover);
  const form = target.closest<HTMLElement>(".predict");
  if (form !== null) answered(form, target);
}

function answered(form: HTMLElement, target: Element): void {
  const question = questionIn(form);
  const choice = [...form.querySelectorAll(".predict-choice")].indexOf(target.closest(".predict-choice")!);
  if (choice >= 0) settle(form, question, choicesFor(question)[choice]!);
  else if (target.closest(".predict-guess")) settle(form, question, ratioGuess(ratioIn(form), question));
  else if (target.closest(".predict-show")) settle(form, question, null);
}

function settle(form: HTMLElement, question: Question, guess: Guess | null): void {
  keep(question, guess);
  showAll();
  form.querySelector<HTMLElement>(".predict-answer")!.focus({preventScroll: true});
}

/** Shows what is covered: the reader does not want to guess. */
function reveal(cover: HTMLElement): void {
  for (const id of cover.dataset.answers!.split(" ")) {
    const form = document.getElementById(id);
    if (form !== null && !form.hasAttribute("data-settled")) keep(questionIn(form), null);
  }
  showAll();
  cover.tabIndex = -1;
  cover.focus({preventScroll: true});
}

/** A run in the page that has told an answer settles its question. */
function afterRuns(changes: readonly MutationRecord[]): void {
  const ended = changes
    .map(({target}) => target as HTMLElement)
    .filter((run) => run.matches('.run-lab[aria-busy="false"]') && run.querySelector(".run-lab-outcome li") !== null);
  for (const {dataset} of ended) {
    for (const form of document.querySelectorAll<HTMLElement>(".predict:not([data-settled])")) {
      const question = questionIn(form);
      const {kind, lab, variant, sizes} = question;
      const told = kind === "ratio" && lab === dataset.lab && String(sizes[0]) === dataset.size;
      if (told && dataset.variants!.split(",").includes(variant)) keep(question, null);
    }
  }
  if (ended.length > 0) showAll();
}

function keep(question: Question, guess: Guess | null): void {
  keepAnswer(answerTo(question, guess, {date: new Date().toISOString(), from: chosen("from")}));
}

function ratioIn(form: HTMLElement): number {
  return ratioAt(form.querySelector<HTMLInputElement>("input[type=range]")!.valueAsNumber);
}

function questionIn(form: HTMLElement): Question {
  return JSON.parse(form.querySelector('script[type="application/json"]')!.textContent!) as Question;
}
