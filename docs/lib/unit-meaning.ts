import {formatBytes, formatLarge, formatNs} from "./units.js";

/** What the values of a unit are, so that those of two tools can be compared. */
export interface UnitMeaning {
  /** Costs of the same base can be compared: "ns" for a time and for operations a second, else the unit itself. */
  readonly base: string;
  /** Turns a value into a cost, which is larger where something takes longer or needs more: nanoseconds for "ns". */
  readonly cost: (value: number) => number;
  /** A value with its unit, for people. */
  readonly format: (value: number) => string;
}

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  nsec: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  usec: 1e3,
  ms: 1e6,
  msec: 1e6,
  s: 1e9,
  sec: 1e9,
  second: 1e9,
  seconds: 1e9,
  m: 60e9,
  min: 60e9,
  hr: 3600e9,
  day: 86_400e9
};

const OPERATIONS = /^(?:ops?|operations?|iter|iterations?|items?|calls?)$/;
const BYTES = /^(?:B|bytes?)(?:\/\w+)?$/;

/** Reads a unit as tools write it: "ns/op", "second", "ops/ms", "B/op". One that is not known stands for itself. */
export function meaningOf(unit: string): UnitMeaning {
  const [what = "", per] = unit.trim().split("/");
  const time = own(NANOSECONDS, what);
  if (time !== undefined) return {base: "ns", cost: (value) => value * time, format: (value) => formatNs(value * time)};
  const every = per === undefined ? undefined : own(NANOSECONDS, per);
  if (every !== undefined && OPERATIONS.test(what)) {
    return {base: "ns", cost: (value) => every / value, format: (value) => `${formatLarge((value * 1e9) / every)}/s`};
  }
  if (every === undefined && BYTES.test(unit)) return {base: "B", cost: (value) => value, format: formatBytes};
  const format = (value: number) => `${formatLarge(value)} ${unit}`;
  return {base: unit, cost: every === undefined ? (value) => value : (value) => 1 / value, format};
}

function own(table: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
