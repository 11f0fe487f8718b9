import type {Finding} from "#lib/flight/finding.js";
import type {FlightThread} from "#lib/flight/flight.js";
import {momentText} from "#lib/flight/flight-text.js";
import {RULES} from "#lib/flight/judge-flight.js";
import {timelineOf} from "#lib/flight/timeline.js";
import {amountText, intervalsIn, type Mark, timelineSvg} from "#lib/flight/timeline-svg.js";
import {frameText} from "#lib/profile/frame-text.js";
import {xmlText} from "#lib/profile/xml-text.js";
import {table} from "./chart/figure.js";

/** Longest of the stretches of a finding that are marked. */
const MOST_MARKS = 8;
/** A stretch that is longer is none that one looks for in a picture. */
const WIDEST = 1 / 3;
const MOST_ROWS = 40;
/** Characters of a sentence. */
const MOST_TEXT = 1000;

/**
 * What the rules found in a thread: numbered, with their evidence; then what they could not tell. HTML.
 *
 * @param most findings that are shown; the rest is counted
 */
export function findingsHtml(findings: readonly Finding[], most = Number.POSITIVE_INFINITY): string {
  const of = (wanted: Finding["verdict"]) => findings.filter(({verdict}) => verdict === wanted);
  const list = (tag: "ol" | "ul", items: readonly string[]) =>
    items.length === 0 ? "" : `<${tag}>${items.map((item) => `<li>${item}</li>`).join("\n")}</${tag}>`;
  const all = of("found");
  const found = all.slice(0, most).map(({says, evidence}) => {
    const small = evidence.map((sentence) => xmlText(sentence, MOST_TEXT)).join(" ");
    return `<strong>${xmlText(says, MOST_TEXT)}</strong>${small === "" ? "" : `<br><small>${small}</small>`}`;
  });
  const other = [...of("undecided"), ...of("nothing")];
  const rest = other.map(({rule, verdict, says}) => {
    const about = RULES.find(({name}) => name === rule)?.about ?? rule;
    return `${verdict === "undecided" ? "? undecided" : "✓ not found"}: ${xmlText(about)}. ${xmlText(says, MOST_TEXT)}`;
  });
  return [
    '<div class="findings">',
    found.length === 0 ? "<p>No rule found anything.</p>" : list("ol", found),
    all.length > found.length ? `<p>${all.length - found.length} more were found.</p>` : "",
    `<details><summary>${other.length} rules found nothing, or could not tell</summary>${list("ul", rest)}</details></div>`
  ].join("\n");
}

/** How a timeline stands in a page. */
export interface TimelineFigure {
  readonly width: number;
  readonly base?: string;
  /** Left out, the drawing brings its style sheet. */
  readonly style?: string;
  /** HTML. */
  readonly caption: string;
}

/** What a thread did over time, as a picture, and as a table that says the same. HTML. */
export function timelineFigure(thread: FlightThread, findings: readonly Finding[], figure: TimelineFigure): string {
  const {width, caption, base, ...look} = figure;
  const title = `${thread.title}: event loop, processor, heap, collections and functions over time; the table below says the same`;
  const marks = marksOf(thread, findings);
  const svg = timelineSvg(timelineOf(thread, intervalsIn(width)), {...look, width, title, marks});
  return `<figure class="timeline-figure">
<div class="timeline-picture" role="img" tabindex="0" aria-label="${xmlText(title)}">${svg}</div>
<figcaption>${caption}</figcaption>
<details><summary>The same as a table</summary>${timelineTable(thread, base)}</details>
</figure>`;
}

/** The numbers of the findings, where they happened. */
function marksOf({from, to}: FlightThread, findings: readonly Finding[]): Mark[] {
  return findings
    .filter(({verdict}) => verdict === "found")
    .flatMap(({at}, index) => {
      const short = at.filter((stretch) => stretch.to - stretch.from < WIDEST * (to - from));
      const longest = short.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_MARKS);
      return longest.map((stretch) => ({...stretch, label: String(index + 1)}));
    });
}

function timelineTable(thread: FlightThread, base?: string): string {
  const timeline = timelineOf(thread, MOST_ROWS, 20);
  const {late, busy, cores, heap, collecting, functions} = timeline;
  const rows = late.values.map((_, index) => {
    const leader = functions.reduce<(typeof functions)[number] | undefined>(
      (most, lane) => (lane.shares[index]! > (most?.shares[index] ?? 0) ? lane : most),
      undefined
    );
    const amounts = [late, busy, cores, heap, collecting].map((lane) => amountText(lane, lane.values[index]!));
    const name = leader === undefined ? "" : frameText(leader.frame, base);
    return [momentText(timeline.from + index * timeline.stepMs), ...amounts, name].map((cell) => xmlText(cell));
  });
  return table(["from", late.name, busy.name, cores.name, heap.name, collecting.name, "most time"], rows);
}
