import {InvalidArgumentError} from "commander";
import type {FailOn} from "#lib/fail-on.js";
import type {Shard} from "../measure/plan.js";

const SECONDS: Readonly<Record<string, number>> = {ms: 0.001, s: 1, m: 60, "": 1};

/** `30s`, `2m`, `500ms`, or a bare number of seconds. @returns seconds */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|)$/.exec(text.trim());
  const seconds = match === null ? Number.NaN : Number(match[1]) * SECONDS[match[2]!]!;
  if (!(seconds > 0)) throw new InvalidArgumentError(`must be a time like 30s or 2m, got ${text}`);
  return seconds;
}

/** `1%` or `0.5%`. @returns a share: 0.01 */
export function parsePercent(text: string): number {
  return percentUpTo(50, text);
}

function percentUpTo(most: number, text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  const percent = match === null ? Number.NaN : Number(match[1]);
  if (percent > 0 && percent <= most) return percent / 100;
  throw new InvalidArgumentError(
    `must be a percentage above 0% and at most ${most}%, like 1%, got ${text || "nothing"}`
  );
}

/** A whole number from `least` to `most`; digits may be grouped by `_` or `,`. */
export function parseWhole(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const plain = text.trim().replace(/[_,](?=\d{3}(?:\D|$))/g, "");
    const value = /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}, got ${text}`);
  };
}

/** For an option that may be repeated, and may hold a list. */
export function collect<Value>(parse: (text: string) => Value): (text: string, before?: Value[]) => Value[] {
  return (text, before = []) => [
    ...before,
    ...text
      .split(/,(?!\d{3}(?:\D|$))/)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map(parse)
  ];
}

/** Twice the time is 100 % slower: more than ten times is not what a gate is for. */
const MOST_ALLOWED = 1000;

/** `slower:5%` or `faster:2.5%`. */
export function parseFailOn(text: string): FailOn {
  const [, verdict, percent = ""] = /^(slower|faster):(.*)$/.exec(text.trim()) ?? [];
  if (verdict === undefined) throw new InvalidArgumentError(`must be like slower:5% or faster:5%, got ${text}`);
  return {verdict: verdict as FailOn["verdict"], share: percentUpTo(MOST_ALLOWED, percent)};
}

/** `2/8`: the second of eight parts. */
export function parseShard(text: string): Shard {
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return {index, of};
  throw new InvalidArgumentError(`must be like 2/8, from 1/8 to 8/8, got ${text}`);
}
