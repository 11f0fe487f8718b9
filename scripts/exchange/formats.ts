import {closest} from "fastest-levenshtein";
import {checkImported, IMPORTED, type Imported} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {criterion} from "./criterion.js";
import type {Format, Found, Measurements, Source, Written} from "./format.js";
import {githubActionBenchmark} from "./github-action-benchmark.js";
import {goBenchmark} from "./go-benchmark.js";
import {googleBenchmark} from "./google-benchmark.js";
import {hyperfine} from "./hyperfine.js";
import {jmh} from "./jmh.js";
import {mitata} from "./mitata.js";
import {nodeBench} from "./node-bench.js";
import {pyperf} from "./pyperf.js";
import {spreadsheet} from "./spreadsheet.js";
import {unrecognised} from "./unrecognised.js";
import {warmupStats} from "./warmup-stats.js";

/** Every format, in the order in which a file is held against them. */
export const FORMATS: readonly Format[] = [
  ...[jmh, pyperf, hyperfine, googleBenchmark, criterion, mitata, nodeBench, goBenchmark],
  ...[warmupStats, githubActionBenchmark, spreadsheet]
];

/** @throws ReaderError that names the nearest format, and all */
export function formatNamed(name: string, option: string): Format {
  const names = FORMATS.map((format) => format.name);
  const format = FORMATS.find((one) => one.name === name);
  if (format !== undefined) return format;
  throw new ReaderError(`${option}: no format ${name}`, [
    `did you mean ${closest(name, names)}? there are: ${names.join(", ")}`
  ]);
}

/**
 * Reads what another tool wrote, and checks it as a whole.
 *
 * @param format found from the content, if left out
 * @throws ReaderError or ResultError that names the place
 */
export function importSource(source: Source, format = recognised(source)): Imported {
  const {name, read} = format;
  if ("because" in read) throw new ReaderError(`${name} is only written: ${read.because}`, readable());
  const {tool, facts, benchmarks, notes} = read(source);
  const from = {format: name, tool};
  return checkImported({imported: IMPORTED, from, facts, benchmarks: toldApart(benchmarks), notes}, source.place);
}

/** @throws ReaderError if the format cannot be written, or cannot hold these measurements */
export function exportTo({name, write}: Format, measurements: Measurements): Written {
  if ("because" in write) throw new ReaderError(`${name} is only read: ${write.because}`, writable());
  return write(measurements);
}

function recognised(source: Source): Format {
  const format = FORMATS.find((one) => one.recognises(source));
  if (format === undefined) throw unrecognised(source, readable());
  return format;
}

function readable(): string[] {
  const names = FORMATS.filter(({read}) => !("because" in read)).map(({name}) => name);
  return [`can be read: ${names.join(", ")}`];
}

function writable(): string[] {
  const names = FORMATS.filter(({write}) => !("because" in write)).map(({name}) => name);
  return [`can be written: ${names.join(", ")}`];
}

/** Gives each benchmark that is there again a number: nothing is merged that the tool kept apart. */
function toldApart(benchmarks: Found["benchmarks"]): Found["benchmarks"] {
  const seen = new Map<string, number>();
  return benchmarks.map((benchmark) => {
    const {name, parameters, metric} = benchmark;
    const title = JSON.stringify([name, parameters, metric]);
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? benchmark : {...benchmark, parameters: {...parameters, occurrence: String(times)}};
  });
}
