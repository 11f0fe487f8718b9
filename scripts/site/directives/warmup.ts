import {chartSpec} from "#lib/chart/chart-spec.js";
import type {WarmupChart} from "#lib/chart/model.js";
import {exactRuntimeName} from "#lib/runtime-name.js";
import {formatQuantity} from "#lib/units.js";
import {warmupRow} from "#lib/warmup/warmup-row.js";
import {classWords, countWords, seriesName, timeWords} from "#lib/warmup/warmup-words.js";
import {chartFigure, table} from "../chart/figure.js";
import {listed, timeElement} from "../chart/provenance.js";
import {drawSvg} from "../chart/svg.js";
import {type ChosenWarmups, chosenWarmups} from "../chosen-warmups.js";
import {command} from "../command.js";
import type {DirectiveArguments} from "../directive.js";
import {escapeHtml} from "../html.js";
import type {KnownWarmup} from "../warmups.js";

/**
 * `warmup baseline squares at=21891 of=node@20,node@24 tiers=default`: the time of each call from the first on, all
 * processes overlaid, and what became of them in a table.
 */
export function warmup(given: DirectiveArguments): string {
  const chosen = chosenWarmups(given);
  const {known} = chosen;
  if (known.length === 0) return nothing(chosen, given);
  const chart = chartOf(chosen);
  const figure = chartFigure({
    chart,
    label: known.map(sentenceOf).join(" "),
    svg: drawSvg(chartSpec(chart)),
    caption: captionOf(chosen),
    note: ""
  });
  return `${figure}\n${summaries(known)}`;
}

function chartOf({lab, variant, size, unit, known}: ChosenWarmups): WarmupChart {
  return {
    kind: "warmup",
    lab,
    unit,
    size,
    variants: [variant],
    environments: known.map(({name}, order) => ({label: name, look: "reference-1", order, on: true})),
    rows: known.flatMap(({name, series: {processes}, summary: {verdicts}}) =>
      processes.map((curve, index) => warmupRow(curve, verdicts[index]!, name, index + 1))
    )
  };
}

/** "Node 24 on epyc-2: warm-up, first call 1.42 ms, steady 14.7 µs after 207 calls." */
function sentenceOf({name, summary}: KnownWarmup): string {
  const {first, steady, callsBefore, twoModes} = summary;
  const settled = steady === null ? "" : `, steady ${timeWords(steady)} after ${countWords(callsBefore)} calls`;
  const groups = twoModes ? ", in two groups of processes" : "";
  return `${name}: ${classWords(summary)}, first call ${timeWords(first)}${settled}${groups}.`;
}

function captionOf({variant, size, unit, known}: ChosenWarmups): string {
  const what = `Time of each call of <b>${escapeHtml(variant.title)}</b> at ${formatQuantity(size, unit)}, from the first on.`;
  const how =
    "A thin line is one fresh process, and goes through the medians of calls that a logarithmic axis cannot tell apart; a dot is a change of level.";
  return `${what} ${how} ${provenance(known)}.`;
}

function provenance(known: readonly KnownWarmup[]): string {
  const machines = [...new Map(known.map(({machine, place}) => [`${place} ${machine.id}`, {machine, place}])).values()];
  const phrases = machines.map(({machine, place}) => {
    const own = known.filter((one) => one.machine.id === machine.id && one.place === place);
    const runtimes = [...new Set(own.map(({series}) => exactRuntimeName(series.runtime)))];
    const days = [...new Set(own.map(({series}) => series.started.slice(0, 10)))].sort();
    const where = place === "local" ? "your machine" : machine.id;
    return `${escapeHtml(`${listed(runtimes)} on ${where} (${machine.cpu})`)}, ${days.map(timeElement).join(" and ")}`;
  });
  return phrases.join("; ");
}

function summaries(known: readonly KnownWarmup[]): string {
  const isOneMachine = new Set(known.map(({machine, place}) => `${place} ${machine.id}`)).size === 1;
  const rows = known.map(({name, series, summary}) => {
    const {first, steady, callsBefore, timeBefore, twoModes} = summary;
    const groups = twoModes ? "; the last levels fall into two groups" : "";
    const figures = [timeWords(first), timeWords(steady), countWords(callsBefore), timeWords(timeBefore)];
    return [isOneMachine ? seriesName(series) : name, ...figures, classWords(summary) + groups].map(escapeHtml);
  });
  return table(["", "first call", "steady", "calls before", "time before", "class"], rows);
}

function nothing({lab, variant, size, stale}: ChosenWarmups, {named}: DirectiveArguments): string {
  const why = stale ? "The curves are of another version of this lab." : "No curve has been measured yet.";
  const runtimes = named.has("of") ? ` --with ${named.get("of")}` : "";
  const tiers = named.has("tiers") ? ` --tiers ${named.get("tiers")}` : "";
  const typed = `npx lab warmup ${lab} --variant ${variant.name} --size ${size}${runtimes}${tiers}`;
  return `<p class="evidence">${why} In a terminal: ${command(typed)}</p>`;
}
