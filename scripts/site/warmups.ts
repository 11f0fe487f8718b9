import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Machine} from "#lib/result.js";
import {summaryOf, type WarmupSummary} from "#lib/warmup/summary.js";
import type {Warmup, WarmupSeries} from "#lib/warmup/warmup.js";
import {seriesName} from "#lib/warmup/warmup-words.js";
import {DATA, localWarmupFile} from "../store.js";
import {readWarmup} from "../warmup/warmup-store.js";
import {hashesOfLab} from "./known-labs.js";

/** A series, and where it was made. */
export interface KnownWarmup {
  readonly series: WarmupSeries;
  readonly machine: Machine;
  readonly place: "local" | "reference";
  /** "Node 24 on epyc-2", "Node 24, interpreter only, on your machine". */
  readonly name: string;
  /** Whether the lab has changed since. */
  readonly stale: boolean;
  readonly summary: WarmupSummary;
}

const FOLDER = join(DATA, "warmup");

const read = new Map<string, {mtimeMs: number; warmup: Warmup}>();
const judged = new WeakMap<WarmupSeries, WarmupSummary>();

/** Files of the committed curves, all machines. */
export function committedWarmups(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(FOLDER, file));
}

/** All series of a lab that hold a curve: the committed ones, then the reader's own. */
export function warmupsOf(lab: string): KnownWarmup[] {
  const committed = committedWarmups().filter((file) => file.endsWith(`${join("/", lab)}.json`));
  return [
    ...committed.flatMap((file) => seriesIn(file, lab, "reference")),
    ...seriesIn(localWarmupFile(lab), lab, "local")
  ];
}

function seriesIn(file: string, lab: string, place: KnownWarmup["place"]): KnownWarmup[] {
  const warmup = readIfThere(file);
  if (warmup === null) return [];
  const hashOf = hashesOfLab(lab);
  const {machine} = warmup;
  const where = place === "local" ? "your machine" : machine.id;
  return warmup.series
    .filter(({processes}) => processes.length > 0)
    .map((series) => {
      const between = series.tier === "default" ? " " : ", ";
      const name = `${seriesName(series)}${between}on ${where}`;
      const stale = series.hash !== hashOf(series.runtime);
      return {series, machine, place, name, stale, summary: summarise(series)};
    });
}

/** Read anew only when the file has changed: pages are parsed several times in one build. */
function readIfThere(path: string): Warmup | null {
  const mtimeMs = statSync(path, {throwIfNoEntry: false})?.mtimeMs;
  if (mtimeMs === undefined) return null;
  const known = read.get(path);
  if (known?.mtimeMs === mtimeMs) return known.warmup;
  const warmup = readWarmup(path)!;
  read.set(path, {mtimeMs, warmup});
  return warmup;
}

function summarise(series: WarmupSeries): WarmupSummary {
  const summary = judged.get(series) ?? summaryOf(series);
  judged.set(series, summary);
  return summary;
}
