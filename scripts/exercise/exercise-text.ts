import {weightText} from "#lib/profile/frame-text.js";
import type {Candidate, Evidence} from "./candidates.js";
import type {Exercise} from "./exercises.js";
import type {Judgement} from "./judge-answer.js";

/** What a reader is told who has no answer yet. */
export function questionText({name, question, record, asks}: Exercise): string[] {
  const answer = asks === "line" ? "NUMBER" : "FUNCTION";
  const ending = asks === "allocation" ? "heapprofile" : "cpuprofile";
  return [
    question,
    `  record:  ${record}`,
    `  answer:  npx lab check FILE.${ending} --exercise ${name} --answer ${answer}`
  ];
}

/** Whether an answer is right and why, in sentences. The right answer is not told to one that is wrong. */
export function judgementText(answer: string, judged: Judgement, evidence: Evidence, exercise: Exercise): string[] {
  const {heaviest} = judged;
  if (judged.verdict === "undecided") {
    return [
      `Not decided: the profile has ${heaviest.samples} samples of what leads it, too few to tell it from chance.`,
      `Record for longer: ${exercise.record}`
    ];
  }
  const {verdict, named} = judged;
  const unit = exercise.asks === "allocation" ? "bytes" : "samples";
  const all = evidence.found.reduce((sum, {weight}) => sum + weight, 0);
  const own = weightText(named?.weight ?? 0, unit).replace(/ samples?$/, "");
  const seen = `${own} of ${weightText(all, unit)} in ${exercise.source}`;
  const whatIsIt = exercise.asks === "line" ? `Line ${answer}` : answer;
  if (verdict === "wrong") {
    const more = evidence.found.filter(({weight}) => weight > (named?.weight ?? 0)).length;
    const has = more === 1 ? "one other has" : `${more} others have`;
    return [
      `${whatIsIt} has ${seen}; ${has} more.`,
      `Hint: ${exercise.hint}.`,
      ...chargedElsewhere(answer, heaviest, evidence)
    ];
  }
  const why = exercise.why[named!.within];
  const next = evidence.found.find(({name}) => name !== answer);
  const beside = next === undefined ? "" : `; ${next.name} has ${weightText(next.weight, unit)}`;
  return [`${whatIsIt} has ${seen}${beside}.`, ...(why === undefined ? [] : [why]), ...inlinedText(heaviest, evidence)];
}

function chargedElsewhere(answer: string, heaviest: Candidate, {charged}: Evidence): string[] {
  if (answer !== charged || charged === heaviest.within) return [];
  return [
    `The table of functions does name ${answer} first: V8 has put another function into it, and charges it for both.`,
    "The lines that were sampled tell them apart; so does Node 26, or `node --no-turbo-inlining`."
  ];
}

function inlinedText({within}: Candidate, {charged}: Evidence): string[] {
  if (charged === within || charged === "") return [];
  const who = charged === "(anonymous)" ? "the code around it" : charged;
  return [
    `V8 has put ${within} into ${who}, which the table of functions charges; the lines that were sampled do not.`
  ];
}
