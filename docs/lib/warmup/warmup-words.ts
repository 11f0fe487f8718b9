import {exactRuntimeName, runtimeName} from "../runtime-name.js";
import {formatCount, formatNs} from "../units.js";
import {countClasses} from "./classify-processes.js";
import type {Spread, WarmupSummary} from "./summary.js";
import type {Tier, WarmupSeries} from "./warmup.js";

const TIER_WORDS: Readonly<Record<Exclude<Tier, "default">, string>> = {
  interpreter: "interpreter only",
  baseline: "up to Sparkplug",
  maglev: "up to Maglev",
  turbofan: "without Maglev",
  c1: "C1 only",
  c2: "C2 only"
};

type Named = Pick<WarmupSeries, "runtime" | "tier">;

/** "Node 24", "Node 24, interpreter only": a layer of a chart, or a row of a table. */
export function seriesName({runtime, tier}: Named, exact = false): string {
  const name = exact ? exactRuntimeName(runtime) : runtimeName(runtime);
  return tier === "default" ? name : `${name}, ${TIER_WORDS[tier]}`;
}

/** "warm-up", or "bad inconsistent: 5 warm-up, 3 slowdown". */
export function classWords({class: name, verdicts}: WarmupSummary): string {
  if (!name.endsWith("inconsistent")) return name;
  const counts = countClasses(verdicts.map((verdict) => verdict.class));
  return `${name}: ${counts.map(([each, count]) => `${count} ${each}`).join(", ")}`;
}

/** "14.7 µs (14.6 to 15.1)": the middle of the processes, and how far they lie apart. */
export function timeWords(spread: Spread | null): string {
  return spreadWords(spread, formatNs);
}

/** "207 (187 to 1,226)". */
export function countWords(spread: Spread | null): string {
  return spreadWords(spread, formatCount);
}

function spreadWords(spread: Spread | null, format: (value: number) => string): string {
  if (spread === null) return "–";
  if (spread.most === 0) return "none";
  const said = (value: number) => (value === 0 ? "none" : format(value));
  const [least, middle, most] = [spread.least, spread.middle, spread.most].map(said) as [string, string, string];
  const unit = / \D+$/.exec(middle)?.[0] ?? "";
  const shared = least.endsWith(unit) && most.endsWith(unit);
  const bare = (text: string) => (shared && unit !== "" ? text.slice(0, -unit.length) : text);
  return least === most ? middle : `${middle} (${bare(least)} to ${bare(most)})`;
}
