import type {WarmupSummary} from "#lib/warmup/summary.js";
import {classWords, countWords, timeWords} from "#lib/warmup/warmup-words.js";
import {ReaderError} from "../../errors.js";
import {chosenWarmups} from "../chosen-warmups.js";
import {type DirectiveArguments, required} from "../directive.js";
import {escapeHtml} from "../html.js";

const KINDS: Record<string, (summary: WarmupSummary) => string> = {
  first: ({first}) => timeWords(first),
  steady: ({steady}) => timeWords(steady),
  calls: ({callsBefore}) => countWords(callsBefore),
  time: ({timeBefore}) => timeWords(timeBefore),
  class: classWords
};

/**
 * `{{warm first baseline squares at 21891 on node@24}}`: a figure of warm-up curves, with where it was measured. `first`
 * is the first call, `steady` a call on the last level, `calls` and `time` what comes before it, `class` the class.
 * `tier interpreter` at the end asks for a tier.
 */
export function warmNumber({
  positional: [, kindName = "", lab = "", variant = "", ...words]
}: DirectiveArguments): string {
  const kind = KINDS[kindName];
  if (kind === undefined) {
    throw new ReaderError(
      `no figure of a warm-up is called ${kindName}`,
      `there are: ${Object.keys(KINDS).join(", ")}`
    );
  }
  const said = new Map(Array.from({length: Math.ceil(words.length / 2)}, (_, i) => [words[2 * i]!, words[2 * i + 1]!]));
  const wrong = [...said.keys()].find((word) => !["at", "on", "tier"].includes(word));
  if (wrong !== undefined) throw new ReaderError(`unexpected ${wrong}`, "expected: at SIZE on RUNTIME, and tier TIER");
  const named = new Map([
    ["at", required(said.get("at"), "at SIZE")],
    ["of", required(said.get("on"), "on RUNTIME")],
    ["tiers", said.get("tier") ?? "default"]
  ]);
  const {known} = chosenWarmups({positional: [lab, variant], named});
  const [one] = known;
  if (one === undefined) return `<span class="measured measured-none">not measured yet</span>`;
  const where = `<b>${escapeHtml(one.name)}</b>`;
  return `<span class="measured">${escapeHtml(kind(one.summary))} <span class="measured-where">(${where})</span></span>`;
}
