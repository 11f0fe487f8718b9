import {readFileSync} from "node:fs";
import {frameText, weightText} from "#lib/profile/frame-text.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {formatCount, formatPercent} from "#lib/units.js";
import {table} from "../chart/figure.js";
import {type DirectiveArguments, required} from "../directive.js";
import {escapeHtml} from "../html.js";
import {profileIn, provenanceOf, recordingNamed} from "../recorded.js";

const TOP = 6;

/**
 * `recording orders/node-26.cpuprofile top=5`: the functions of a committed recording, the greatest self time or bytes
 * first; a table of another tool as it was printed. The command that made it, and the machine, stand below.
 */
export function recording({positional, named}: DirectiveArguments): string {
  const known = recordingNamed(required(positional[0], "the recording"));
  const profile = profileIn(known);
  const shown =
    profile === null
      ? `<pre class="recorded" tabindex="0"><code>${escapeHtml(readFileSync(known.path, "utf8").trimEnd())}</code></pre>`
      : functionTable(profile, Number(named.get("top") ?? TOP));
  return `<figure class="recording">${shown}<figcaption>${provenanceOf(known)}</figcaption></figure>`;
}

function functionTable(profile: Profile, top: number): string {
  const {weight: whole, samples} = sumOf(profile);
  const rows = functionRows(profile)
    .slice(0, top)
    .map(({frame, self, total}) => [
      escapeHtml(frameText(frame)),
      formatPercent(self / whole),
      weightText(self, profile.unit),
      formatPercent(total / whole)
    ]);
  const all = profile.unit === "samples" ? "" : `, ${weightText(whole, profile.unit)}`;
  return `${table(["function", "self", "", "total"], rows)}<p><small>Of ${formatCount(samples)} samples${all}.</small></p>`;
}
