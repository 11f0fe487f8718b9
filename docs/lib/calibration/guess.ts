import type {Range} from "../lab.js";
import {formatCount, formatLarge} from "../units.js";
import {type Question, type QuestionKind, sizeFactor} from "./question.js";

/** What a reader said before looking: a claim, which an interval can refute like any other. */
export interface Guess {
  /** In words: "takes more time". */
  readonly said: string;
  /** Where the truth must lie for the guess to hold. */
  readonly range: Range;
  /** Null if the reader chose a sentence. */
  readonly ratio: number | null;
}

/** A ratio within a tenth of 1, on either side, is about the same time. */
const NEAR = 1.1;

/** How far a ratio may be off and still count. */
const WITHIN = 2;

const DECADES = [
  ["million", 1e6],
  ["ten million", 1e7],
  ["hundred million", 1e8],
  ["billion", 1e9]
] as const;

/** The sentences that a reader may choose from. Their ranges leave no gap and do not overlap. */
export function choicesFor({kind, sizes}: Pick<Question, "kind" | "sizes">): Guess[] {
  if (kind === "rate") return DECADES.map(decade);
  return kind === "growth" ? growthChoices(sizeFactor({sizes})) : ratioChoices();
}

/** Two significant digits of a power of ten: what a slider with a logarithmic scale stands at. */
export function ratioAt(exponent: number): number {
  return Number((10 ** exponent).toPrecision(2));
}

/**
 * A ratio as a claim: the truth lies on the same side of "about the same time", and within a factor of two.
 *
 * @param of what a ratio compares with
 */
export function ratioGuess(ratio: number, {kind, of}: Pick<Question, "kind" | "of">): Guess {
  return {said: saidRatio(ratio, kind, of), range: kind === "growth" ? around(ratio) : sideOf(ratio), ratio};
}

/** What a range leaves open, for people: "below 0.91×", "3.2× to 20×". */
export function rangeText({above, below}: Range, kind: QuestionKind): string {
  const end = (value: number) => (kind === "rate" ? formatLarge(value) : `${Number(value.toPrecision(2))}×`);
  if (above === undefined) return below === undefined ? "any" : `below ${end(below)}`;
  return below === undefined ? `above ${end(above)}` : `${end(above)} to ${end(below)}`;
}

function ratioChoices(): Guess[] {
  return [
    {said: "takes less time", range: {below: 1 / NEAR}, ratio: null},
    {said: "takes about the same time", range: {above: 1 / NEAR, below: NEAR}, ratio: null},
    {said: "takes more time", range: {above: NEAR}, ratio: null}
  ];
}

function growthChoices(factor: number): Guess[] {
  const [hardly, more] = [Math.sqrt(factor), WITHIN * factor];
  const proportion = `in proportion: about ${formatCount(factor)} times as long`;
  return [
    {said: "about as long", range: {below: hardly}, ratio: null},
    {said: proportion, range: {above: hardly, below: more}, ratio: null},
    {said: "much more than in proportion", range: {above: more}, ratio: null}
  ];
}

/** The bounds between two powers of ten lie in the middle of a logarithmic scale. */
function decade([name, rate]: (typeof DECADES)[number], index: number): Guess {
  const [low, high] = [rate / Math.sqrt(10), rate * Math.sqrt(10)];
  const range = {...(index > 0 && {above: low}), ...(index < DECADES.length - 1 && {below: high})};
  return {said: `about a ${name} a second`.replace("a ten", "ten"), range, ratio: null};
}

function sideOf(ratio: number): Range {
  const {above, below} = around(ratio);
  if (ratio > NEAR) return {above: Math.max(NEAR, above), below};
  if (ratio < 1 / NEAR) return {above, below: Math.min(1 / NEAR, below)};
  return {above: 1 / NEAR, below: NEAR};
}

function around(ratio: number) {
  return {above: ratio / WITHIN, below: ratio * WITHIN};
}

function saidRatio(ratio: number, kind: QuestionKind, of: string): string {
  if (kind === "growth") return ratio === 1 ? "takes as long" : `takes ${formatLarge(ratio)}× as long`;
  return ratio === 1 ? `takes the same time as ${of}` : `takes ${formatLarge(ratio)}× the time of ${of}`;
}
