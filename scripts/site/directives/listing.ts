import {readFileSync} from "node:fs";
import {framePlace} from "#lib/profile/frame-text.js";
import {formatCount, formatNs, formatPercent, formatQuantity} from "#lib/units.js";
import {type LineMark, lineMark, MARK_TEXTS} from "../../profile/lines/line-mark.js";
import {checkListingFile, type FileLine, type FileListing} from "../../profile/lines/listing-file.js";
import {table} from "../chart/figure.js";
import {type DirectiveArguments, listOf, required} from "../directive.js";
import {escapeHtml} from "../html.js";
import {knownRecording, provenanceOf} from "../recorded.js";

const HEAD = ["line", "hits", "time", "per hit", "share", "mark", "source"];

/**
 * `listing photos/lines-node-20.json functions=lookAt,lightOf`: what `lab profile lines` has found, line by line, with
 * marks on lines whose time may be another's, and what they mean. All functions of the recording without `functions`; one
 * that the recording does not list is said not to be there.
 */
export function listing({positional, named}: DirectiveArguments): string {
  const known = knownRecording(required(positional[0], "the recording"));
  const {functions} = checkListingFile(JSON.parse(readFileSync(known.path, "utf8")), known.address);
  const wanted = listOf(named.get("functions")) ?? functions.map(({name}) => name);
  const listed = wanted.map((name) => {
    const found = functions.find((one) => one.name === name);
    return found === undefined ? absentText(name) : functionHtml(found);
  });
  const shown = functions.filter(({name}) => wanted.includes(name));
  return `<figure class="recording listing">${listed.join("\n")}${legend(shown)}
<figcaption>${provenanceOf(known)}</figcaption></figure>`;
}

function absentText(name: string): string {
  return `<p><code>${escapeHtml(name)}</code> is not listed: V8 charged next to nothing to it.</p>`;
}

function functionHtml({name, file, line, calls, whole, unlined, foreign, lines}: FileListing): string {
  const place = framePlace({name, file, line, column: 0});
  const timeOf = ({us, samples}: FileListing["whole"]) =>
    `${formatNs(us * 1000)} (${formatQuantity(samples, "sample")})`;
  const said = [
    `<code>${escapeHtml(name)}</code> (${escapeHtml(place)}): ${formatQuantity(calls, "call")}, ${timeOf(whole)}`,
    ...(unlined.samples > 0 ? [`${timeOf(unlined)} of it on no line that can be told`] : []),
    ...(foreign.samples > 0 ? [`and ${timeOf(foreign)} inlined from elsewhere`] : [])
  ];
  return `<p>${said.join("; ")}.</p>\n${table(HEAD, lines.map(cellsOf))}`;
}

function cellsOf(row: FileLine): string[] {
  const {line, hits, us, errorUs, usPerHit, share, samples, source} = row;
  const timed = samples > 0;
  const mark = lineMark(row);
  return [
    String(line),
    hits === null ? "" : formatCount(hits),
    timed ? `${formatNs(us * 1000)} <small>± ${formatNs(errorUs * 1000)}</small>` : "",
    timed && usPerHit !== null ? formatNs(usPerHit * 1000) : "",
    timed ? `<span class="listing-bar" style="--share: ${share.toFixed(3)}">${formatPercent(share)}</span>` : "",
    mark === "" ? "" : `<b class="listing-mark">${mark}</b>`,
    `<code>${escapeHtml(source)}</code>`
  ];
}

function legend(functions: readonly FileListing[]): string {
  const rows = functions.flatMap(({lines}) => lines);
  const marks = new Set(rows.map(lineMark));
  const meanings = (Object.entries(MARK_TEXTS) as [LineMark, string][]).filter(([mark]) => marks.has(mark));
  const said = [
    ...meanings.map(([mark, text]) => `<b class="listing-mark">${mark}</b> ${text}`),
    ...(rows.some(({returned}) => returned > 0)
      ? ["what V8 charged to callers of inlined functions was put back where only one line can have made it"]
      : [])
  ];
  return said.length === 0 ? "" : `<p class="listing-legend">${said.join("<br>")}</p>`;
}
