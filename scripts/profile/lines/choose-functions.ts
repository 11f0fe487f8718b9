import {distance} from "fastest-levenshtein";
import type {CountedScript, FunctionSpan} from "#lib/profile/counted-script.js";
import {isInternal} from "#lib/profile/frame-kind.js";
import type {PlacedTimes} from "#lib/profile/place-charges.js";
import {ReaderError} from "../../errors.js";
import {isFunction} from "../report/is-function.js";
import type {LineOptions} from "./line-report.js";
import {spanFrame} from "./span-frame.js";

/** A function with less of the program's time is not listed unasked. */
const LEAST_SHARE = 0.01;

/**
 * The functions that are listed: those that were asked for, or those with most time of their own.
 *
 * @throws ReaderError if none is there that was asked for
 */
export function chooseFunctions(
  placed: PlacedTimes,
  scripts: ReadonlyMap<string, CountedScript>,
  {function: wanted, top, base}: LineOptions
): FunctionSpan[] {
  const byTime = (a: FunctionSpan, b: FunctionSpan) => selfUs(placed, b) - selfUs(placed, a) || b.calls - a.calls;
  if (wanted === undefined) {
    const sampled = [...placed.functions.keys()].filter(({url}) => !isInternal(url)).sort(byTime);
    const sum = sampled.reduce((before, span) => before + selfUs(placed, span), 0);
    return sampled.filter((span) => selfUs(placed, span) > sum * LEAST_SHARE).slice(0, top);
  }
  const all = [...scripts.values()].filter(({url}) => !isInternal(url)).flatMap(({functions}) => functions);
  const found = all.filter((span) => isFunction(spanFrame(span, scripts.get(span.url)!), wanted, base));
  const called = found.filter(({calls}) => calls > 0).sort(byTime);
  if (called.length > 0) return called.slice(0, top);
  throw notFound(wanted, found.length > 0, all);
}

/** Time that was found in a function itself, on lines of its own or on none. */
export function selfUs({functions}: PlacedTimes, span: FunctionSpan): number {
  const time = functions.get(span);
  return time === undefined ? 0 : time.us + time.unlined.us;
}

function notFound(wanted: string, exists: boolean, all: readonly FunctionSpan[]): ReaderError {
  if (exists) return new ReaderError(`--function ${wanted}: the program has it, and did not call it`);
  const name = wanted.split("@")[0]!;
  const names = [...new Set(all.filter(({calls}) => calls > 0).map((span) => span.name))].filter((each) => each !== "");
  if (names.includes(name))
    return new ReaderError(`--function ${wanted}: no function ${name} has that in its place`, [
      `\`lab profile calls --filter ${name}\` lists where they are`
    ]);
  const near = names.map((each) => ({each, far: distance(each.toLowerCase(), name.toLowerCase())}));
  const nearest = near.sort((a, b) => a.far - b.far).slice(0, 3);
  return new ReaderError(
    `--function ${wanted}: the program called no function of that name`,
    nearest.length === 0
      ? "it called none that has a name"
      : `the nearest are ${nearest.map(({each}) => each).join(", ")}`
  );
}
