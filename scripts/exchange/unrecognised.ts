import {ReaderError} from "../errors.js";
import type {Source} from "./format.js";
import {notJson} from "./json-of.js";

/** What tools that are known write besides the format that is read, by how it begins, and what to ask them for. */
const RELATIVES: readonly (readonly [begins: RegExp, wayOut: string])[] = [
  [/^"Benchmark","Mode",|^Benchmark +.*\bMode +Cnt +Score/m, "JMH's tables have no samples: measure with -rf json"],
  [/^command,mean,stddev,|^\| Command \|/m, "hyperfine's tables have no samples: measure with --export-json FILE"],
  [
    /^name,iterations,real_time,|^Benchmark +Time +CPU/m,
    "Google Benchmark: measure with --benchmark_format=json --benchmark_repetitions=10"
  ],
  [/^\{"Time":.*"Action":/, "Go: measure without -json, and keep the text"],
  [/^benchmark \| samples \|/, "node:bench: measure with --bench-reporter=json"],
  [/^\{"reason":"(?:benchmark|group)-complete"/m, "criterion.rs: give the folder target/criterion"],
  [/"machine_info"\s*:/, "pytest-benchmark is not read; pyperf is"]
];

/** Why no format fits a source: what is wrong with it, or what it is instead. @param formats lines about those that fit */
export function unrecognised(source: Source, formats: readonly string[]): ReaderError {
  const {place, text, json, folder} = source;
  if (folder !== null) {
    return new ReaderError(`${place}: expected the folder of a criterion.rs benchmark, found no sample.json below it`, [
      "give target/criterion, or a file of another tool"
    ]);
  }
  if (text.includes("\0")) return new ReaderError(`${place}: expected text, got other bytes`, formats);
  if (text.trim() === "") return notJson(source);
  if (Array.isArray(json) && json.length === 0) {
    return new ReaderError(`${place}: an empty list`, "nothing was measured, or all of it failed: JMH leaves that out");
  }
  const [, wayOut] = RELATIVES.find(([begins]) => begins.test(text)) ?? [];
  if (wayOut !== undefined) return new ReaderError(`${place}: in a format that is not read`, [wayOut, ...formats]);
  if (json === undefined && /^\s*[[{]/.test(text)) return notJson(source);
  return new ReaderError(`${place}: in none of the formats that are known`, [
    ...formats,
    "name one with --from, and the first place that does not fit is told"
  ]);
}
