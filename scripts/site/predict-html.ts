import {choicesFor, rangeText, ratioGuess} from "#lib/calibration/guess.js";
import {type Question, sizeFactor} from "#lib/calibration/question.js";
import type {Truth} from "#lib/calibration/truth.js";
import {escapeHtml, scriptJson} from "./html.js";

/** What one environment has measured, and how it is told. */
export interface Measured extends Truth {
  readonly place: "local" | "reference";
  readonly sentence: string;
}

interface Parts {
  /** The question, rendered. */
  readonly html: string;
  readonly place: {readonly number: number; readonly of: number};
  readonly measured: readonly Measured[];
}

/** Powers of ten to each side of 1 that a slider reaches. */
const REACH = 2;
const STEPS_A_DECADE = 20;

const SHOW = `<button type="button" class="predict-show">Show me</button>`;

/**
 * A question with its choices or its slider, and the answer in the same place: one of the two is visible. Without
 * JavaScript, and in print, the answer stands below the question.
 */
export function predictHtml(question: Question, {html, place, measured}: Parts): string {
  const {id, how, lab} = question;
  return `<div class="predict" id="${escapeHtml(id)}" role="group" aria-labelledby="${escapeHtml(id)}-asked">
<p class="predict-place">Prediction ${place.number} of ${place.of}</p>
<div class="predict-asked" id="${escapeHtml(id)}-asked">${html}</div>
<div class="predict-stack">
<div class="predict-ask">
${how === "ratio" ? slider(question) : choices(question)}
</div>
<div class="predict-answer" tabindex="-1" role="group" aria-label="The answer">
<p class="predict-said"></p>
${truths(measured, lab)}
</div>
</div>
<script type="application/json">${scriptJson(question)}</script>
</div>`;
}

function choices(question: Question): string {
  const buttons = choicesFor(question).map(
    ({said, range}) =>
      `<button type="button" class="predict-choice">${escapeHtml(said)} <small>${escapeHtml(rangeText(range, question.kind))}</small></button>`
  );
  return `<div class="predict-choices">${buttons.join("\n")}</div>
<div class="predict-buttons">${SHOW}</div>`;
}

function slider(question: Question): string {
  const {id, kind, sizes} = question;
  const [least, most] = kind === "growth" ? [0, Math.ceil(2 * Math.log10(sizeFactor({sizes}))) + 1] : [-REACH, REACH];
  const decades = Array.from({length: most - least + 1}, (_, index) => least + index);
  const ticks = decades.map((decade) => `<span>${Number((10 ** decade).toPrecision(2))}×</span>`);
  return `<p class="predict-reading" aria-hidden="true">${escapeHtml(ratioGuess(1, question).said)}</p>
<input type="range" min="${least}" max="${most}" step="${1 / STEPS_A_DECADE}" value="0" aria-labelledby="${escapeHtml(id)}-asked">
<div class="predict-ticks" aria-hidden="true">${ticks.join("")}</div>
<div class="predict-buttons"><button type="button" class="predict-guess">That is my guess</button> ${SHOW}</div>`;
}

function truths([first, ...others]: readonly Measured[], lab: string): string {
  if (first === undefined) {
    return `<p>Nobody has measured this yet. In a terminal: <code>npx lab run ${escapeHtml(lab)}</code></p>`;
  }
  const more = `<details class="predict-others"><summary>${others.length === 1 ? "One more result" : `${others.length} more results`}</summary>
<ul class="claim-verdicts">${others.map(truth).join("\n")}</ul></details>`;
  return `<ul class="claim-verdicts">${truth(first)}</ul>\n${others.length > 0 ? more : ""}`;
}

function truth({environment, place, sentence}: Measured): string {
  return `<li class="in-${place}"><span class="predict-mark"></span> <span><b>${escapeHtml(environment)}:</b> ${escapeHtml(sentence)}</span></li>`;
}
