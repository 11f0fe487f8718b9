import process from "node:process";
import type {Finding} from "#lib/flight/finding.js";
import type {Flight} from "#lib/flight/flight.js";
import {judgeThread} from "#lib/flight/judge-flight.js";
import {turningPulses, useOf} from "#lib/flight/watched-time.js";
import {printable, printableLine} from "../../terminal/printable.js";
import {wrap} from "../../terminal/width.js";
import {threadText} from "./flight-page.js";

const MOST_THREADS = 6;

/** What was found in a flight, in lines for a terminal of so many columns. */
export function flightLines(flight: Flight, columns: number): string[] {
  const width = Math.max(30, columns - 4);
  return flight.threads.slice(0, MOST_THREADS).flatMap((thread) => {
    const findings = judgeThread(flight, thread, `${process.cwd()}/`);
    const found = findings.filter(({verdict}) => verdict === "found");
    const rest = findings.filter(({verdict}) => verdict === "undecided").map(({rule}) => rule);
    return [
      printableLine(thread.title),
      `  ${printable(threadText(thread))}`,
      ...found.flatMap((finding) => findingLines(finding, width)),
      ...(found.length === 0 ? ["  No rule found anything."] : []),
      ...(rest.length > 0 ? [`  Undecided, for there was too little to go by: ${rest.join(", ")}.`] : [])
    ];
  });
}

function findingLines({says, evidence}: Finding, width: number): string[] {
  const [first = "", ...more] = wrap(printable(says), width - 2, "");
  return [
    `  - ${first}`,
    ...more.map((line) => `    ${line}`),
    ...evidence.flatMap((sentence) => wrap(printable(sentence), width - 4, "").map((line) => `      ${line}`))
  ];
}

/** A flight for another program; times are milliseconds from its beginning, texts as they are. */
export function flightJson(flight: Flight): object[] {
  return flight.threads.map((thread) => {
    const {pid, thread: id, title, node, from, to, end, late, collections} = thread;
    const {spanMs, activeMs, cpuMs} = useOf(turningPulses(thread));
    return {
      ...{pid, thread: id, title, node, from, to, end},
      utilisation: spanMs === 0 ? null : activeMs / spanMs,
      processors: spanMs === 0 ? null : cpuMs / spanMs,
      longestLateMs: Math.max(0, ...late.filter(({isFirst}) => !isFirst).map(({ms}) => ms)),
      collections: collections.length,
      collectedMs: collections.reduce((sum, {ms}) => sum + ms, 0),
      findings: judgeThread(flight, thread, `${process.cwd()}/`)
    };
  });
}
