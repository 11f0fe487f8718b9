import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {Benchmark} from "#lib/imported.js";
import {ReaderError} from "../errors.js";
import {leftOut} from "./amounts.js";
import {known} from "./facts.js";
import {type Format, type Found, firstOf, has, type Source} from "./format.js";
import {jsonOf} from "./json-of.js";

const stats = v.object({
  /** Nanoseconds, sorted; null if they were switched off. */
  samples: v.nullable(v.array(v.number())),
  /** Calls in all samples. */
  ticks: v.optional(v.number())
});

const run = v.object({
  name: v.string(),
  args: v.optional(v.record(v.string(), v.unknown()), {}),
  stats: v.optional(stats),
  error: v.optional(v.unknown())
});

const report = v.object({
  context: v.object({
    arch: v.optional(v.nullable(v.string())),
    version: v.optional(v.nullable(v.string())),
    runtime: v.optional(v.nullable(v.string())),
    cpu: v.optional(v.object({name: v.optional(v.nullable(v.string()))}))
  }),
  benchmarks: v.pipe(v.array(v.object({alias: v.optional(v.string()), runs: v.array(run)})), v.minLength(1))
});

/** What mitata's `run({format: "json"})` prints. */
export const mitata: Format = {
  name: "mitata",
  title: 'mitata, run({format: "json"})',
  recognises: ({json}) => has(json, "layout", "benchmarks") && has(firstOf(json.benchmarks), "runs"),
  read,
  write: {because: "no program reads mitata's JSON"}
};

function read(source: Source): Found {
  const {place} = source;
  const {context, benchmarks: found} = checkValue(report, jsonOf(source), place);
  const runs = found.flatMap((one) => one.runs.map((each) => ({...each, alias: one.alias ?? each.name})));
  const measured = runs.flatMap((one) => {
    const samples = one.stats?.samples ?? [];
    return samples.length === 0 ? [] : [{...one, samples}];
  });
  if (measured.length === 0) {
    throw new ReaderError(`${place}: expected samples, got none`, [
      "mitata leaves them out where `samples: false` is set: measure again without it"
    ]);
  }
  const gone = runs.filter((one) => !measured.some(({name}) => name === one.name)).map(({name}) => name);
  return {
    tool: "mitata",
    facts: known({
      runtime: [context.runtime, context.version].filter(Boolean).join(" "),
      processor: context.cpu?.name,
      architecture: context.arch
    }),
    benchmarks: measured.map(benchmarkOf),
    notes: [
      "mitata sorts its samples and drops the least and the greatest two, so their order in time is lost",
      ...(gone.length === 0 ? [] : [leftOut(gone, "they failed or have no samples")])
    ]
  };
}

function benchmarkOf({name, alias, args, stats: said, samples}: Measured): Benchmark {
  const each = (said?.ticks ?? 0) / samples.length;
  const counted = Number.isInteger(each) && each > 0 && {calls: samples.map(() => each)};
  const parameters = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, argumentText(value)]));
  return {
    name: nameWithout(args, alias) || name,
    parameters,
    metric: null,
    unit: "ns",
    processes: [{samples, ...counted}],
    facts: {}
  };
}

/** "fill" of "fill $size": what stands there is a parameter. */
function nameWithout(args: Readonly<Record<string, unknown>>, alias: string): string {
  const unnamed = alias.replace(/\$(\w+)/g, (text, name) => (Object.hasOwn(args, name) ? "" : text));
  return unnamed.replace(/\s+/g, " ").trim();
}

function argumentText(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined")).slice(0, 400);
}

type Measured = v.InferOutput<typeof run> & {readonly alias: string; readonly samples: number[]};
