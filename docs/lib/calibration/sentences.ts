import {median} from "../stats/median.js";
import {wilsonInterval} from "../stats/wilson-interval.js";
import {formatPercent, formatRatio} from "../units.js";
import type {Answer} from "./answer.js";
import {factorsOff, type Score} from "./score.js";
import {truthText} from "./truth.js";

/** How often guesses held, with the 95 % interval of the share, and how many could not be judged. */
export function scoreSentence({held, failed, open, shown}: Score): string {
  const judged = held + failed;
  const rest = [
    open > 0
      ? `${open} more ${open === 1 ? "is" : "are"} undecided, and ${open === 1 ? "counts" : "count"} neither for nor against.`
      : "",
    shown > 0 ? `${shown === 1 ? "One answer" : `${shown} answers`} you had shown.` : ""
  ].filter(Boolean);
  if (judged === 0) return ["No guess of yours has been decided by data yet.", ...rest].join(" ");
  const share = wilsonInterval(held, judged).map(formatPercent).join(" to ");
  const guesses = judged === 1 ? "the one guess" : `${judged} guesses`;
  return [`Your intuition held in ${held} of ${guesses} that data decide: a share of ${share}.`, ...rest].join(" ");
}

/** By what factors ratios were missed; null if none was guessed and measured. */
export function missesSentence(answers: readonly Answer[]): string | null {
  const factors = factorsOff(answers);
  const [least, most] = [factors[0], factors.at(-1)];
  if (least === undefined || most === undefined) return null;
  if (factors.length === 1) return `You guessed one ratio, and were off by a factor of ${factor(least)}.`;
  const ends = `the nearest by ${factor(least)}, the farthest by ${factor(most)}`;
  return `You guessed ${factors.length} ratios, and were off by a factor of ${factor(median(factors))} in the median: ${ends}.`;
}

/** What was said to a question, and what was measured. */
export function answerSentence({kind, guess, truth}: Answer): string {
  if (guess === null) return "You had the answer shown.";
  const said = `You said: ${guess.said}.`;
  if (truth === null) return `${said} Nobody had measured it.`;
  return `${said} ${truth.environment}: ${truthText(kind, truth)}.`;
}

function factor(value: number): string {
  return formatRatio(value).replace("×", "");
}
