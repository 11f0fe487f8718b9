import type {Answer, Origin} from "../lib/calibration/answer.js";
import {type Score, scoreOf, scoresBy} from "../lib/calibration/score.js";
import {missesSentence, scoreSentence} from "../lib/calibration/sentences.js";
import {answerList} from "./calibration-list.js";
import {element} from "./element.js";

const ORIGIN_NAMES: Readonly<Record<Origin, string>> = {
  jvm: "the JVM",
  python: "Python",
  both: "both, or not said"
};

/**
 * What the calibration page shows of some answers, the oldest first.
 *
 * @param lasting whether the browser keeps answers from page to page
 */
export function calibrationView(answers: readonly Answer[], lasting: boolean): HTMLElement[] {
  if (answers.length === 0) return [element("p", {className: "calibration-empty"}, lasting ? EMPTY : NOTHING_KEPT)];
  const byTopic = scoresBy(answers, ({topic}) => topic);
  const byOrigin = scoresBy(answers, ({from}) => ORIGIN_NAMES[from]);
  const misses = missesSentence(answers);
  return [
    element("p", {className: "calibration-score"}, scoreSentence(scoreOf(answers))),
    ...(misses === null ? [] : [element("p", {}, misses)]),
    scoreTable("topic", byTopic),
    scoreTable("coming from", byOrigin),
    element("h2", {id: "your-answers"}, "Your answers"),
    answerList(answers),
    actions()
  ];
}

const EMPTY =
  "You have not predicted anything in this browser yet. Each lesson asks a few questions before it shows its charts; your answers will stand here.";

const NOTHING_KEPT =
  "This browser lets pages keep nothing, or has no room left. The lessons still ask and judge, but they forget your answers when you leave them, and none can stand here.";

function scoreTable(what: string, rows: readonly {group: string; score: Score}[]): HTMLElement {
  const headings = [what, "held", "did not hold", "undecided", "shown"].map((text) =>
    element("th", {scope: "col"}, text)
  );
  const body = rows.map(({group, score: {held, failed, open, shown}}) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, group),
      ...[held, failed, open, shown].map((count) => element("td", {}, String(count)))
    )
  );
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...headings)),
    element("tbody", {}, ...body)
  );
  return element("div", {className: "table", tabIndex: 0}, table);
}

function actions(): HTMLElement {
  return element(
    "p",
    {className: "calibration-actions"},
    element("button", {type: "button", className: "calibration-export"}, "Export as a JSON file"),
    " ",
    element("button", {type: "button", className: "calibration-clear"}, "Forget all …")
  );
}
