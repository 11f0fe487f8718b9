import {formatPercent} from "#lib/units.js";
import {table} from "../chart/figure.js";
import {type DirectiveArguments, required} from "../directive.js";
import {escapeHtml} from "../html.js";
import {type KnownRecording, knownRecording, provenanceOf, type Ranked, rankedIn} from "../recorded.js";

const TOP = 5;

/**
 * `ranks orders/cprofile.txt orders/py-spy.folded`: what two profilers say of one program, side by side: rank and share
 * of each function by self time, in the order of the second.
 */
export function ranks({positional: [first, second], named}: DirectiveArguments): string {
  const one = knownRecording(required(first, "the first recording"));
  const other = knownRecording(required(second, "the second recording"));
  const [before, after] = [rankedIn(one), rankedIn(other)];
  const rows = after
    .slice(0, Number(named.get("top") ?? TOP))
    .map(({name}) => [`<code>${escapeHtml(name)}</code>`, placeIn(before, name), placeIn(after, name)]);
  const captions = [one, other].map((known) => `<p>${provenanceOf(known)}</p>`).join("");
  return `<figure class="recording">${table(["self time of", toolOf(one), toolOf(other)], rows)}
<figcaption>${captions}</figcaption></figure>`;
}

/** py-spy puts the class before a method, cProfile does not. */
function placeIn(ranked: readonly Ranked[], name: string): string {
  const bare = (text: string) => text.replace(/^.*\./, "");
  const at = ranked.findIndex((one) => bare(one.name) === bare(name));
  return at < 0 ? "–" : `${at + 1}. (${formatPercent(ranked[at]!.share)})`;
}

function toolOf({command}: KnownRecording): string {
  return /cProfile|py-spy|lab profile/.exec(command)?.[0] ?? command;
}
