import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {type Benchmark, benchmarkTitle} from "#lib/imported.js";
import {processValues} from "#lib/process-value.js";
import {median} from "#lib/stats/median.js";
import {ReaderError} from "../errors.js";
import {holdable, inTime, leftOut} from "./amounts.js";
import {known} from "./facts.js";
import {type Format, type Found, firstOf, has, type Measurements, type Source, type Written} from "./format.js";
import {jsonOf} from "./json-of.js";
import {jsonText} from "./json-text.js";
import {sampleStatistics} from "./sample-statistics.js";

const result = v.object({
  command: v.string(),
  /** Seconds, one a run; a run is a process. Left out with --export-json of some versions if there is one run. */
  times: v.optional(v.nullable(v.array(v.number())), []),
  user: v.optional(v.nullable(v.number())),
  system: v.optional(v.nullable(v.number())),
  /** Since 1.20. */
  memory_usage_byte: v.optional(v.nullable(v.array(v.number())), []),
  exit_codes: v.optional(v.nullable(v.array(v.nullable(v.number()))), []),
  parameters: v.optional(v.record(v.string(), v.string()), {})
});
type Result = v.InferOutput<typeof result>;

const TOOL = "hyperfine";
/** The empty command: what a shell takes that does nothing. */
const NOTHING = "(no command)";

/** What `hyperfine --export-json` writes. */
export const hyperfine: Format = {
  name: "hyperfine",
  title: "hyperfine, --export-json",
  recognises: ({json}) => has(json, "results") && has(firstOf(json.results), "command"),
  read,
  write
};

function read(source: Source): Found {
  const {place} = source;
  const {results} = checkValue(v.object({results: v.pipe(v.array(result), v.minLength(1))}), jsonOf(source), place);
  const timed = results.filter(({times}) => times !== null && times.length > 0);
  if (timed.length === 0) throw new ReaderError(`${place}: expected the time of each run, got none`);
  const untimed = results.filter((one) => !timed.includes(one)).map(({command}) => command);
  return {
    tool: TOOL,
    facts: {},
    benchmarks: timed.flatMap(benchmarksOf),
    notes: [
      ...(untimed.length === 0 ? [] : [leftOut(untimed, "the times of its runs are missing")]),
      ...timed.flatMap(failuresOf),
      ...timed.flatMap(shorterThanShell)
    ]
  };
}

function benchmarksOf({command, parameters, times, memory_usage_byte: bytes, user, system}: Result): Benchmark[] {
  const of = (metric: string | null, unit: string, values: readonly number[]): Benchmark[] => {
    if (values.length === 0) return [];
    const facts = metric === null ? known({"mean user time": user, "mean system time": system}) : {};
    const processes = values.map((value) => ({samples: [value]}));
    return [{name: command.slice(0, 400) || NOTHING, parameters, metric, unit, processes, facts}];
  };
  return [...of(null, "s", times ?? []), ...of("memory", "B", bytes ?? [])];
}

function failuresOf({command, exit_codes: codes}: Result): string[] {
  const failed = (codes ?? []).filter((code) => code !== 0).length;
  if (failed === 0) return [];
  return [`${failed} of ${codes!.length} runs did not end with exit code 0: ${command}`.slice(0, 400)];
}

function shorterThanShell({command, times}: Result): string[] {
  const none = times!.filter((seconds) => seconds === 0).length;
  if (none === 0) return [];
  const what = `${none} of ${times!.length} times are 0 once the shell's own is taken off, measure with -N`;
  return [`${what}: ${command}`.slice(0, 400)];
}

function write({tool, benchmarks}: Measurements): Written {
  const main = benchmarks.filter(({metric}) => metric === null);
  const {held, notes} = holdable(main, (benchmark) => inTime(benchmark, "s"), "hyperfine takes only times");
  if (held.length === 0) throw new ReaderError("hyperfine: nothing here is a time");
  const long = held.some(({processes}) => processes.some(({samples}) => samples.length > 1));
  return {
    text: jsonText({results: held.map((benchmark) => resultOf(benchmark, tool === TOOL, benchmarks))}),
    notes: [...notes, ...(long ? ["each process is one time, the median of its samples"] : [])]
  };
}

/** @param named whether its parameters stand in the command already */
function resultOf(benchmark: Benchmark, named: boolean, all: readonly Benchmark[]) {
  const times = processValues(benchmark);
  const {mean, stddev, percentile} = sampleStatistics(times);
  const memory = all.find(
    (one) => one.metric === "memory" && benchmarkTitle({...one, metric: null}) === benchmarkTitle(benchmark)
  );
  const [user, system] = [benchmark.facts["mean user time"], benchmark.facts["mean system time"]];
  return {
    command: named ? benchmark.name.replace(NOTHING, "") : benchmarkTitle(benchmark),
    mean,
    stddev: Number.isNaN(stddev) ? null : stddev,
    median: median(times),
    ...(user !== undefined && {user: Number(user)}),
    ...(system !== undefined && {system: Number(system)}),
    min: percentile(0),
    max: percentile(1),
    times,
    ...(memory !== undefined && {memory_usage_byte: processValues(memory)}),
    ...(Object.keys(benchmark.parameters).length > 0 && {parameters: benchmark.parameters})
  };
}
