import type {Flight, FlightThread} from "#lib/flight/flight.js";
import {flightProfile} from "#lib/flight/flight-profile.js";
import {durationText} from "#lib/flight/flight-text.js";
import {judgeThread} from "#lib/flight/judge-flight.js";
import {xmlText} from "#lib/profile/xml-text.js";
import {formatPercent, formatQuantity} from "#lib/units.js";
import {findingsHtml, timelineFigure} from "../../site/flight-figure.js";
import {profilePage} from "../formats/html.js";

const WIDTH = 1168;
/** Threads that are drawn, the busiest of them. */
const MOST_THREADS = 6;

const STYLE = `
.timeline-picture{overflow-x:auto}
.timeline-figure table{font-size:.85em}
.findings li{margin:.5rem 0;overflow-wrap:anywhere}
summary{cursor:pointer}
h2{margin-top:2rem;overflow-wrap:anywhere}`;

const CAPTION =
  "One axis of time. A number above stands where the finding of that number happened. " +
  "Full collections stand out in their lane. A function is the stronger the more of the interval it had to itself.";

/** The report of a flight: findings, an axis of time, the flame graph. One HTML file that asks nothing of a network. */
export function flightPage(flight: Flight, base: string): string {
  const [program = "program", ...args] = flight.command;
  const title = [program.replace(/^.*[\\/]/, ""), ...args].join(" ");
  const shown = flight.threads.slice(0, MOST_THREADS);
  const more = flight.threads.slice(MOST_THREADS).map(({title: name}) => `<li>${xmlText(name)}</li>`);
  const html = [
    `<p>${xmlText(headText(flight))}</p>`,
    ...shown.map((thread) => threadHtml(flight, thread, base)),
    ...(more.length > 0 ? [`<h2>Less busy, and in the flame graph only</h2><ul>${more.join("")}</ul>`] : []),
    "<h2>All that was sampled</h2>"
  ].join("\n");
  return profilePage(flightProfile(flight, title), {base}, {html, style: STYLE});
}

function threadHtml(flight: Flight, thread: FlightThread, base: string): string {
  const findings = judgeThread(flight, thread, base);
  const figure = timelineFigure(thread, findings, {width: WIDTH, base, caption: CAPTION});
  return `<section><h2>${xmlText(thread.title)}</h2><p>${xmlText(threadText(thread))}</p>
${findingsHtml(findings)}
${figure}</section>`;
}

function headText({begun, intervalUs, threads}: Flight): string {
  const from = Math.min(...threads.map((thread) => thread.from));
  const to = Math.max(...threads.map((thread) => thread.to));
  const when = new Date(begun + from).toISOString().replace("T", " ").slice(0, 19);
  return `The last ${durationText(to - from)}, from ${when} UTC; a sample every ${durationText(intervalUs / 1000)}.`;
}

/** How a thread was watched: "Node 24.22.3, 12.3 s; 5 pauses of the recorder's own took 0.4 %." */
export function threadText({node, from, to, pauses, end}: FlightThread): string {
  const ownMs = pauses.reduce((sum, {ms}) => sum + ms, 0);
  const share = formatPercent(ownMs / Math.max(1, to - from));
  const own =
    pauses.length === 0
      ? ""
      : `; ${formatQuantity(pauses.length, "pause")} of the recorder's own took ${durationText(ownMs)}, ${share}`;
  const cut = end === "cut" ? " It was ended too suddenly to leave its last moments." : "";
  return `Node ${node}, ${durationText(to - from)}${own}.${cut}`;
}
