import type {Range} from "../lab.js";
import {type Answer, ORIGINS} from "./answer.js";
import type {Guess} from "./guess.js";
import type {Truth} from "./truth.js";

/** More answers than this are never kept; the newest stay. */
export const MOST_ANSWERS = 500;

const KINDS = ["ratio", "growth", "rate"] as const;
const NAME = /^[\w-]{1,200}$/;
const PAGE = /^[\w-]{1,80}(?:\/[\w-]{1,80}){0,4}$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/**
 * The answers in what a browser has kept, which anybody may have written: whatever is not an answer is left out,
 * fields that an answer does not have are dropped, and of several answers to a question the last counts.
 */
export function checkAnswers(value: unknown): Answer[] {
  if (!Array.isArray(value)) return [];
  const answers = new Map<string, Answer>();
  for (const entry of value.slice(-MOST_ANSWERS)) {
    const answer = answerFrom(entry);
    if (answer === null) continue;
    answers.delete(answer.question);
    answers.set(answer.question, answer);
  }
  return [...answers.values()];
}

function answerFrom(value: unknown): Answer | null {
  if (!isRecord(value)) return null;
  const {question, kind, lab, topic, page, asked, date, from} = value;
  const named = matches(question, NAME) && matches(lab, NAME) && matches(topic, NAME) && matches(page, PAGE);
  const dated = matches(date, DATE) && !Number.isNaN(Date.parse(date));
  if (!named || !dated || !isText(asked, 1000) || !isOneOf(kind, KINDS) || !isOneOf(from, ORIGINS)) return null;
  const guess = guessFrom(value.guess);
  const truth = truthFrom(value.truth);
  if (guess === undefined || truth === undefined) return null;
  return {question, kind, lab, topic, page, asked, date, from, guess, truth};
}

function guessFrom(value: unknown): Guess | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !isText(value.said, 300)) return undefined;
  const range = rangeFrom(value.range);
  const {ratio} = value;
  if (range === undefined || !(ratio === null || isPositive(ratio))) return undefined;
  return {said: value.said, range, ratio};
}

function rangeFrom(value: unknown): Range | undefined {
  if (!isRecord(value)) return undefined;
  const {above, below} = value;
  if (!((above === undefined || isPositive(above)) && (below === undefined || isPositive(below)))) return undefined;
  return {...(above !== undefined && {above}), ...(below !== undefined && {below})};
}

function truthFrom(value: unknown): Truth | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !isText(value.environment, 300)) return undefined;
  const {environment, ratio, interval} = value;
  if (!isPositive(ratio) || !Array.isArray(interval) || interval.length !== 2) return undefined;
  const [low, high] = interval as unknown[];
  return isPositive(low) && isPositive(high) && low <= high ? {environment, ratio, interval: [low, high]} : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === "string" && value.length <= most;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value < Infinity;
}

function isOneOf<Value extends string>(value: unknown, values: readonly Value[]): value is Value {
  return (values as readonly unknown[]).includes(value);
}
