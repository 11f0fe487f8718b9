import {type Answer, type GuessVerdict, verdictOf} from "../lib/calibration/answer.js";
import {answerSentence} from "../lib/calibration/sentences.js";
import {VERDICT_SIGNS} from "../lib/verdict-signs.js";
import {element} from "./element.js";

/** Every answer with its verdict and a way back to its question, the newest first. */
export function answerList(answers: readonly Answer[]): HTMLElement {
  return element("ol", {className: "claims calibration-list"}, ...[...answers].reverse().map(item));
}

function item(answer: Answer): HTMLElement {
  const {asked, topic, date} = answer;
  const day = element("time", {dateTime: date}, date.slice(0, 10));
  const forget = element("button", {type: "button", className: "calibration-forget", value: answer.question}, "Forget");
  forget.ariaLabel = `Forget the answer to: ${asked}`;
  return element(
    "li",
    {className: "claim"},
    element("p", {className: "claim-that"}, element("a", {href: addressOf(answer)}, asked)),
    element("p", {className: "calibration-outcome"}, badge(verdictOf(answer)), " ", answerSentence(answer)),
    element("p", {className: "calibration-about"}, `${topic} · `, day, " · ", forget)
  );
}

function badge(verdict: GuessVerdict): HTMLElement {
  if (verdict === "shown") return element("span", {className: "verdict verdict-undecided"}, "shown");
  const sign = element("span", {ariaHidden: "true"}, VERDICT_SIGNS[verdict]);
  return element("span", {className: `verdict verdict-${verdict}`}, sign, ` ${verdict}`);
}

/** Relative, so that the site may stand anywhere; with the ending that this page has. */
function addressOf({page, question}: Answer): string {
  const ending = location.pathname.endsWith(".html") ? ".html" : "";
  return `../${page}${ending}#${question}`;
}
