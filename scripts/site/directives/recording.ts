import {readFileSync} from "node:fs";
import {weightText} from "#lib/profile/frame-text.js";
import {withoutIdle} from "#lib/profile/idle.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {formatCount} from "#lib/units.js";
import {type DirectiveArguments, required} from "../directive.js";
import {functionTable} from "../flame-table.js";
import {escapeHtml} from "../html.js";
import {knownRecording, profileIn, provenanceOf} from "../recorded.js";

const TOP = 6;

/**
 * `recording orders/node-26.cpuprofile top=5`: the functions of a committed recording, the greatest self time or bytes
 * first; a table of another tool as it was printed. The command that made it, and the machine, stand below.
 */
export function recording({positional, named}: DirectiveArguments): string {
  const known = knownRecording(required(positional[0], "the recording"));
  const profile = profileIn(known);
  const shown =
    profile === null
      ? `<pre class="recorded" tabindex="0"><code>${escapeHtml(readFileSync(known.path, "utf8").trimEnd())}</code></pre>`
      : `${functionTable(profile, Number(named.get("top") ?? TOP))}${wholeText(profile)}`;
  return `<figure class="recording">${shown}<figcaption>${provenanceOf(known)}</figcaption></figure>`;
}

function wholeText(profile: Profile): string {
  const {weight, samples} = sumOf(withoutIdle(profile));
  const all = profile.unit === "samples" ? "" : `, ${weightText(weight, profile.unit)}`;
  return `<p><small>Of ${formatCount(samples)} samples${all}.</small></p>`;
}
