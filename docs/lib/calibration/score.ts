import {type Answer, factorOff, verdictOf} from "./answer.js";

/** How often guesses were right. What is open counts neither for nor against. */
export interface Score {
  readonly held: number;
  readonly failed: number;
  readonly open: number;
  /** Questions whose answer the reader had shown. */
  readonly shown: number;
}

/** The score of some answers. */
export function scoreOf(answers: readonly Answer[]): Score {
  const verdicts = answers.map(verdictOf);
  const count = (wanted: (typeof verdicts)[number]) => verdicts.filter((verdict) => verdict === wanted).length;
  return {held: count("holds"), failed: count("fails"), open: count("undecided"), shown: count("shown")};
}

/** A score for each group of answers, in the order in which the groups first occur. */
export function scoresBy<Group>(
  answers: readonly Answer[],
  groupOf: (answer: Answer) => Group
): {group: Group; score: Score}[] {
  const groups = new Map<Group, Answer[]>();
  for (const answer of answers) {
    const group = groupOf(answer);
    groups.set(group, [...(groups.get(group) ?? []), answer]);
  }
  return [...groups].map(([group, own]) => ({group, score: scoreOf(own)}));
}

/** By what factors ratios were guessed wrong, whichever way: ascending, each at least 1. */
export function factorsOff(answers: readonly Answer[]): number[] {
  return answers.flatMap((answer) => factorOff(answer) ?? []).sort((a, b) => a - b);
}
