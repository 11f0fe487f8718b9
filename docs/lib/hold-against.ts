import type {Range} from "./lab.js";

/**
 * Holds an interval against an open range: it `holds` if the whole interval lies in the range, `fails` if the whole
 * interval lies outside, and is `undecided` otherwise.
 */
export function holdAgainst(
  {above = -Infinity, below = Infinity}: Range,
  [low, high]: readonly [number, number]
): "holds" | "fails" | "undecided" {
  if (low > above && high < below) return "holds";
  return high <= above || low >= below ? "fails" : "undecided";
}
