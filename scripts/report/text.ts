import type {Machine, Result, Run} from "#lib/result.js";
import {selfCheck} from "#lib/self-check.js";
import {formatBytes, formatPercent, formatQuantity} from "#lib/units.js";
import {type ClaimVerdict, isAbout, judgeClaims} from "#lib/verdict.js";
import {wrap} from "../terminal/width.js";
import type {Tone} from "../terminal.js";
import {acrossText} from "./across.js";
import {sanitise} from "./sanitise.js";
import {comparisonTable, type Look} from "./table.js";
import {warningsOf} from "./warnings.js";

const sources = {article: " (from the article)", folklore: " (often said)"} as const;

const signs: Record<ClaimVerdict["verdict"], {sign: string; tone: Tone}> = {
  holds: {sign: "✓", tone: "good"},
  fails: {sign: "✗", tone: "bad"},
  undecided: {sign: "?", tone: "unsure"}
};

/** Of a claim about another runtime: there is nothing to decide. */
const ELSEWHERE = {sign: "–", tone: "quiet"} as const;

/** All that results say, as lines for a terminal: a table, the claims, what weakens them, the machine. */
export function reportText(results: readonly Result[], look: Look): string[] {
  const clean = results.map(sanitise);
  const lines = clean.flatMap(({lab, machine, runs}) => [
    ...runs.flatMap((run) => [...runText(lab, run, machine, look), ""]),
    ...acrossText(lab, runs, look)
  ]);
  const machines = new Map(clean.map(({machine}) => [machine.id, machine]));
  return [
    ...lines,
    ...[...machines.values()]
      .flatMap((machine) => wrap(machineText(machine), look.columns))
      .map((line) => look.paint("quiet", line))
  ];
}

/** One run: its title, its table, its claims, its notes. */
export function runText(lab: string, run: Run, machine: Machine, look: Look): string[] {
  const {paint} = look;
  return [
    ...titleText(lab, run, look),
    ...wrap(provenance(run), look.columns).map((line) => paint("quiet", line)),
    "",
    ...comparisonTable(run, look),
    ...section(judgeClaims(run).flatMap((verdict) => claimText(verdict, run, look))),
    ...section(notesText(run, machine, look))
  ];
}

/** The processor, its cores, memory and system: what a result is true of. */
export function machineText({cpu, cores, memoryBytes, os, virtual}: Machine): string {
  const parts = [cpu, `${cores} ${cores === 1 ? "core" : "cores"}`, formatBytes(memoryBytes), os];
  return [...parts, ...(virtual === null ? [] : [virtual])].join(" · ");
}

function titleText(lab: string, {lab: {question}}: Run, {paint, columns}: Look): string[] {
  const [first = "", ...rest] = wrap(`${lab}  ${question}`, columns, "  ");
  return [paint("strong", lab) + first.slice(lab.length), ...rest];
}

function provenance({runtime, started, effort, forks, seconds, margin}: Run): string {
  const blocks = new Set(forks.map(({block}) => block)).size;
  const flags = runtime.flags.length === 0 ? [] : [runtime.flags.join(" ")];
  return [
    `${runtime.name} ${runtime.version} (${runtime.engine})`,
    ...flags,
    started.slice(0, 10),
    `${effort}: ${formatQuantity(blocks, "block")} in ${Math.round(seconds)} s`,
    `margin ${formatPercent(margin)}`
  ].join(" · ");
}

function claimText({claim, verdict, sentence}: ClaimVerdict, {runtime}: Run, {paint, columns}: Look): string[] {
  const here = isAbout(claim, runtime);
  const {sign, tone} = here ? signs[verdict] : ELSEWHERE;
  const word = here ? verdict : "elsewhere";
  const source = claim.source === undefined ? "" : sources[claim.source];
  const [first = "", ...rest] = wrap(claim.that + source, columns - 14);
  return [
    `${paint(tone, `${sign} ${word.padEnd(10)}`)} ${first}`,
    ...[...rest, ...wrap(sentence, columns - 14).map((line) => paint("quiet", line))].map(
      (line) => `             ${line}`
    )
  ];
}

function notesText(run: Run, machine: Machine, look: Look): string[] {
  const warnings = warningsOf(run, machine).map(({text, remedy}) => `${text} (${remedy})`);
  const check = selfCheck(run.selfCheck, run.margin);
  return [
    ...[...warnings, ...run.notes].flatMap((note) => signed("!", "unsure", note, look)),
    ...(check === null
      ? []
      : signed(check.trustworthy ? "✓" : "✗", check.trustworthy ? "good" : "bad", check.sentence, look))
  ];
}

function signed(sign: string, tone: Tone, text: string, {paint, columns}: Look): string[] {
  const [first = "", ...rest] = wrap(text, columns - 2);
  return [`${paint(tone, sign)} ${first}`, ...rest.map((line) => `  ${line}`)];
}

function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}
