const MOST_DECIMALS = 5;

/** Nanoseconds with three significant digits in the unit that fits: "1.42 µs". */
export function formatNs(ns: number): string {
  return scaled(ns, [
    [1e9, " s"],
    [1e6, " ms"],
    [1e3, " µs"],
    [1, " ns"]
  ]);
}

/** Bytes with three significant digits, in powers of 1000: "8.59 GB". */
export function formatBytes(bytes: number): string {
  if (Math.abs(Math.round(bytes)) < 1000) return `${formatCount(bytes)} B`;
  return scaled(bytes, [
    [1e12, " TB"],
    [1e9, " GB"],
    [1e6, " MB"],
    [1e3, " kB"]
  ]);
}

/** Operations per second with so many significant digits: "1.79 billion/s", "450,000/s". */
export function formatRate(perSecond: number, digits = 3): string {
  return `${formatLarge(perSecond, digits)}/s`;
}

/** A number of any size with so many significant digits: "1.79 billion", "450,000", "0.25". */
export function formatLarge(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  if (Math.abs(rounded) < 1e6) return Math.abs(rounded) < 1000 ? String(rounded) : formatCount(rounded);
  return scaled(
    value,
    [
      [1e9, " billion"],
      [1e6, " million"]
    ],
    digits
  );
}

/** How many significant digits it takes, from three to five, to tell the ends of an interval from each other. */
export function intervalDigits([low, high]: readonly [number, number]): number {
  return [3, 4, 5].find((digits) => low.toPrecision(digits) !== high.toPrecision(digits)) ?? 3;
}

/** A whole number with a comma every three digits, whatever the reader's locale: "10,000". */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A share with two significant digits: 0.0123 is "1.2 %". */
export function formatPercent(share: number): string {
  const percent = share * 100;
  return `${Math.abs(percent) >= 100 ? formatCount(percent) : Number(percent.toPrecision(2))} %`;
}

/** A ratio as a factor: "1.42×", "123×"; three digits, fewer below 1, or as many decimals as given. */
export function formatRatio(ratio: number, decimals = ratioDecimals(ratio)): string {
  return `${grouped(ratio, decimals)}×`;
}

/**
 * The ends of the interval of a ratio: "1.38 to 1.47". As many decimals as it takes to tell the ends from each
 * other and from 1, so that the text cannot contradict a verdict that was read off the interval.
 */
export function formatInterval(interval: readonly [number, number]): string {
  return intervalEnds(interval).join(" to ");
}

/** The same ends, each for itself and without a sign. */
export function intervalEnds(interval: readonly [number, number]): [low: string, high: string] {
  const [low, high] = interval;
  const decimals = (end: number) => (isWide(interval) ? endDecimals(end) : intervalDecimals(interval));
  return [grouped(low, decimals(low)), grouped(high, decimals(high))];
}

/** How many decimals the ratio has that stands beside an interval. */
export function intervalDecimals([low, high]: readonly [number, number]): number {
  if (isWide([low, high])) return ratioDecimals(Math.sqrt(low * high));
  const least = ratioDecimals(low);
  if (high < 0.5 || low > 2) return least;
  for (let decimals = least; decimals < MOST_DECIMALS; decimals++) {
    const resolved = high === low || 10 ** -decimals <= 0.51 * (high - low);
    if (resolved && sideOfOne(low, decimals) && sideOfOne(high, decimals)) return decimals;
  }
  return MOST_DECIMALS;
}

/** Ends of which no number of decimals suits both. */
function isWide([low, high]: readonly [number, number]): boolean {
  return high > 10 * low;
}

function endDecimals(end: number): number {
  const least = ratioDecimals(end);
  for (let decimals = least; decimals < MOST_DECIMALS; decimals++) if (sideOfOne(end, decimals)) return decimals;
  return Math.max(least, MOST_DECIMALS);
}

/** A count with its unit: "1 piece", "10,000 pieces", "2 entries". */
export function formatQuantity(count: number, unit: string): string {
  return `${formatCount(count)} ${count === 1 ? unit : plural(unit)}`;
}

/** The regular English plural: "pieces", "entries", "accesses". */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function sideOfOne(ratio: number, decimals: number): boolean {
  return Math.sign(Number(ratio.toFixed(decimals)) - 1) === Math.sign(ratio - 1);
}

function ratioDecimals(ratio: number): number {
  if (!(ratio > 0 && ratio < Infinity)) return 0;
  const magnitude = Math.floor(Math.log10(ratio));
  return magnitude < -1 ? 1 - magnitude : Math.max(0, 2 - Math.max(0, magnitude));
}

/** Significant digits; rounding may carry a value into the next larger unit. */
function scaled(value: number, units: readonly (readonly [factor: number, name: string])[], places = 3): string {
  const rounded = Number(value.toPrecision(places));
  const [factor, name] = units.find(([factor]) => Math.abs(rounded) >= factor) ?? units.at(-1)!;
  const digits = (rounded / factor).toPrecision(places);
  return `${digits.includes("e+") ? formatCount(Number(digits)) : digits}${name}`;
}

function grouped(value: number, decimals: number): string {
  const [whole, fraction] = value.toFixed(decimals).split(".");
  return fraction === undefined ? formatCount(Number(whole)) : `${formatCount(Number(whole))}.${fraction}`;
}
