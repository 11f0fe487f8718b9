import {ownerOf} from "#lib/profile/frame-kind.js";
import {frameText, weightText} from "#lib/profile/frame-text.js";
import {type FunctionRow, functionRows} from "#lib/profile/function-rows.js";
import {withoutIdle} from "#lib/profile/idle.js";
import {sumOf} from "#lib/profile/profile.js";
import {xmlText} from "#lib/profile/xml-text.js";
import {formatPercent} from "#lib/units.js";
import {ReaderError} from "../../errors.js";
import {type Body, type DirectiveArguments, required} from "../directive.js";
import {recordingNamed} from "../recordings.js";

const CHOICES = 5;
const BY = ["self", "total"] as const;

/** How many questions a page has asked. */
const asked = new WeakMap<object, number>();

/**
 * `spot orders/node-26.cpuprofile by=self`: which function has the most? The body of the fence is the question. The
 * reader opens an answer and sees what the recording says of it, without JavaScript too. Choices are functions with
 * the most of either kind, by name; what only passes through the runtime is none.
 */
export function spot({positional, named}: DirectiveArguments, page: object, {html}: Body): string {
  const profile = withoutIdle(recordingNamed(required(positional[0], "the recording")));
  const by = BY.find((one) => one === (named.get("by") ?? "self"));
  if (by === undefined) throw new ReaderError(`by=${named.get("by")} is not known`, `there are: ${BY.join(", ")}`);
  const choices = choicesIn(functionRows(profile));
  const most = Math.max(...choices.map((row) => row[by]));
  const whole = sumOf(profile).weight;
  const share = (weight: number) => `${weightText(weight, profile.unit)} (${formatPercent(weight / whole)})`;
  const number = (asked.get(page) ?? 0) + 1;
  asked.set(page, number);
  const answers = choices.map((row) => {
    const right = row[by] === most;
    const verdict = `<span class="verdict verdict-${right ? "holds" : "fails"}">${right ? "✓ yes" : "✗ no"}</span>`;
    return `<details name="spot-${number}"><summary>${xmlText(frameText(row.frame))}</summary>
<p>${verdict} itself ${share(row.self)}, with what it calls ${share(row.total)}</p></details>`;
  });
  const question = required(html || undefined, "the question, as the text of the fence,");
  return `<div class="spot" role="group" aria-label="A question">${question}\n${answers.join("\n")}</div>`;
}

/** Functions that are worth a guess, in an order that gives nothing away. */
function choicesIn(rows: readonly FunctionRow[]): FunctionRow[] {
  const bySelf = rows.filter(({frame, self}) => self > 0 || ownerOf(frame).kind === "own");
  const byTotal = [...bySelf].sort((a, b) => b.total - a.total);
  const chosen = new Set<FunctionRow>();
  for (let rank = 0; chosen.size < CHOICES && rank < bySelf.length; rank++) {
    chosen.add(bySelf[rank]!);
    if (chosen.size < CHOICES) chosen.add(byTotal[rank]!);
  }
  return [...chosen].sort((a, b) => frameText(a.frame).localeCompare(frameText(b.frame), "en"));
}
