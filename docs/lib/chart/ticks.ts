const FINEST = [0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];
const FINE = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 1.8, 2];
const MEDIUM = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10];
const STEPS = [1, 2, 5];
const CLOSE_STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];
const MOST = 9;

/** A range of ratios that leaves some room around all of them, on a log axis. */
export function ratioDomain(values: readonly number[]): [number, number] {
  const low = Math.min(0.97, ...values);
  const high = Math.max(1.03, ...values);
  const room = (high / low) ** 0.04;
  return [low / room, high * room];
}

/** Round values within a range, for a log axis: at most nine. */
export function logTicks([low, high]: readonly [number, number]): number[] {
  const span = high / low;
  if (low > 0.8 && high < 1.25) return within(FINEST, low, high);
  if (low > 0.5 && high < 2.2) return within(FINE, low, high);
  if (low > 0.09 && low < 1 && high < 12 && span < 20) return within(MEDIUM, low, high);
  return thin(within(decades(low, high, span < 8 ? CLOSE_STEPS : STEPS), low, high));
}

function within(values: readonly number[], low: number, high: number): number[] {
  return values.filter((value) => value >= low && value <= high);
}

function decades(low: number, high: number, steps: readonly number[]): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const powers = Array.from({length: last - first + 1}, (_, index) => first + index);
  return powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`)));
}

function thin(ticks: number[]): number[] {
  return ticks.length <= MOST ? ticks : ticks.filter((tick) => tick.toExponential().startsWith("1e"));
}
