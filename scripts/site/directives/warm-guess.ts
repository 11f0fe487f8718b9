import {formatCount} from "#lib/units.js";
import {countWords} from "#lib/warmup/warmup-words.js";
import {chosenWarmups} from "../chosen-warmups.js";
import {type Body, type DirectiveArguments, required} from "../directive.js";
import {escapeHtml} from "../html.js";

/** Bounds between the answers, in calls. */
const BOUNDS = [1, 10, 100, 1000, 10_000];

/** How many questions a page has asked. */
const asked = new WeakMap<object, number>();

/**
 * `warm-guess baseline squares at=21891 of=node@24`, with a question as its text: how many calls come before the last
 * level? Each answer unfolds to whether it is the right one.
 */
export function warmGuess(given: DirectiveArguments, page: object, {html}: Body): string {
  const question = required(html || undefined, "the question, as the text of the fence,");
  const {known} = chosenWarmups(given);
  const [one] = known;
  const calls = one?.summary.callsBefore ?? null;
  if (one === undefined || calls === null) return question;
  const number = (asked.get(page) ?? 0) + 1;
  asked.set(page, number);
  const right = BOUNDS.filter((bound) => calls.middle >= bound).length;
  const told = escapeHtml(
    `${one.name}: ${countWords(calls)} calls, the middle of ${one.series.processes.length} processes`
  );
  const answers = answerTexts().map((text, index) => {
    const verdict = `<span class="verdict verdict-${index === right ? "holds" : "fails"}">${index === right ? "✓ yes" : "✗ no"}</span>`;
    return `<details name="warm-guess-${number}"><summary>${text}</summary>\n<p>${verdict} ${told}</p></details>`;
  });
  return `<div class="spot" role="group" aria-label="A question">${question}\n${answers.join("\n")}</div>`;
}

function answerTexts(): string[] {
  const between = BOUNDS.slice(1).map((bound, index) => `${formatCount(BOUNDS[index]!)} to ${formatCount(bound - 1)}`);
  return ["none", ...between, `${formatCount(BOUNDS.at(-1)!)} or more`];
}
