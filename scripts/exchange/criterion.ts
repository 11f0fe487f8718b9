import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Benchmark} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {known} from "./facts.js";
import {type Format, type Found, has, type Source} from "./format.js";
import {jsonOf} from "./json-of.js";

const numbers = v.array(v.number());

/** Calls of each sample, and their time together in nanoseconds. Before 0.3.4 it was a pair of lists. */
const sample = v.union([
  v.object({sampling_mode: v.optional(v.string()), iters: numbers, times: numbers}),
  v.pipe(
    v.tuple([numbers, numbers]),
    v.transform(([iters, times]) => ({sampling_mode: undefined, iters, times}))
  )
]);

const description = v.object({
  full_id: v.optional(v.string()),
  group_id: v.optional(v.string()),
  function_id: v.optional(v.nullable(v.string())),
  value_str: v.optional(v.nullable(v.string()))
});

/** The folder that criterion.rs keeps its benchmarks in, or one of them. */
export const criterion: Format = {
  name: "criterion",
  title: "criterion.rs, target/criterion or a sample.json of it",
  recognises: ({folder, json}) => (folder === null ? has(json, "iters", "times") : samplesIn(folder).length > 0),
  read,
  write: {because: "criterion.rs reads only what it wrote itself, with the estimates that it made"}
};

function read(source: Source): Found {
  const {folder, place} = source;
  const files = folder === null ? [] : samplesIn(folder);
  if (folder !== null && files.length === 0) {
    throw new ReaderError(`${place}: expected files named sample.json below it`, "give target/criterion");
  }
  const benchmarks =
    folder === null
      ? [benchmarkOf(jsonOf(source), {}, place, "sample")]
      : files.map((path) => {
          const parent = path.replace(/[^/]*$/, "");
          const at = `${place}/${path}`;
          const about = parse(folder.get(`${parent}benchmark.json`), `${place}/${parent}benchmark.json`) ?? {};
          return benchmarkOf(parse(folder.get(path), at), about, at, parent.replace(/\/(new|base)?\/?$/, ""));
        });
  return {tool: "criterion.rs", facts: {}, benchmarks, notes: []};
}

/** The newest samples; `base` holds those of the run before, and is read only where it stands alone. */
function samplesIn(folder: ReadonlyMap<string, string>): string[] {
  const all = [...folder.keys()].filter((path) => /(^|\/)sample\.json$/.test(path)).sort();
  const newest = all.filter((path) => /(^|\/)new\/sample\.json$/.test(path));
  return newest.length > 0 ? newest : all;
}

function parse(text: string | undefined, place: string): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReaderError(`${place}: not JSON: ${(error as Error).message}`, "", {cause: error});
  }
}

function benchmarkOf(value: unknown, about: unknown, place: string, name: string): Benchmark {
  const {sampling_mode: mode, iters, times} = checkValue(sample, value, place);
  const {full_id, group_id, function_id, value_str} = checkValue(description, about, place);
  if (iters.length !== times.length || iters.some((calls) => !(calls > 0))) {
    throw new ReaderError(`${place}: expected as many times as iterations, and iterations above 0`);
  }
  const parts = [group_id, function_id].filter(Boolean).join("/");
  return {
    name: (parts === "" ? (full_id ?? name) : parts) || "sample",
    parameters: value_str == null ? {} : {value: value_str},
    metric: null,
    unit: "ns",
    processes: [{samples: times.map((time, index) => time / iters[index]!), calls: iters}],
    facts: known({"sampling mode": mode})
  };
}
