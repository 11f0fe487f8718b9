import {dirname} from "node:path/posix";
import {weightText} from "#lib/profile/frame-text.js";
import {MARK_TEXTS} from "../profile/lines/line-mark.js";
import type {Candidate, Evidence} from "./evidence.js";
import type {Exercise} from "./exercises.js";
import type {Judgement} from "./judge-answer.js";

type Asked = Exercise["asks"];

/** What an answer is given for, and what it looks like. */
const ANSWERS: Readonly<Record<Asked, readonly [file: string, answer: string]>> = {
  function: ["FILE.cpuprofile", "FUNCTION"],
  line: ["FILE.cpuprofile", "NUMBER"],
  allocation: ["FILE.heapprofile", "FUNCTION"],
  place: ["FILE.json", "FILE:NUMBER"],
  block: ["FILE.json", "FUNCTION"],
  retainer: ["AFTER.heapsnapshot --before BEFORE.heapsnapshot", "NAME"]
};

/** What a reader is told who has no answer yet. */
export function questionText({name, question, record, asks}: Exercise): string[] {
  const [file, answer] = ANSWERS[asks];
  return [question, `  record:  ${record}`, `  answer:  npx lab check ${file} --exercise ${name} --answer ${answer}`];
}

/** Whether an answer is right and why, in sentences. The right answer is not told to one that is wrong. */
export function judgementText(answer: string, judged: Judgement, evidence: Evidence, exercise: Exercise): string[] {
  const {heaviest} = judged;
  if (judged.verdict === "undecided") return undecidedText(judged, exercise);
  const {verdict, named} = judged;
  const seen = seenText(named, evidence, exercise);
  const whatIsIt = exercise.asks === "line" || exercise.asks === "place" ? `Line ${answer}` : answer;
  if (verdict === "wrong") {
    return [
      `${whatIsIt} ${seen}; ${whatLeads(named, evidence, exercise)}.`,
      `Hint: ${exercise.hint}.`,
      ...chargedElsewhere(answer, heaviest, evidence)
    ];
  }
  const why =
    exercise.why[named!.within] ?? (exercise.asks === "retainer" ? Object.values(exercise.why)[0] : undefined);
  const next = exercise.asks === "retainer" ? undefined : evidence.found.find(({name}) => name !== answer);
  const beside = next === undefined ? "" : `; ${next.name} has ${weightText(next.weight, unitOf(exercise))}`;
  return [
    `${whatIsIt} ${seen}${beside}.`,
    ...(evidence.beside ?? []),
    ...(why === undefined ? [] : [why]),
    ...inlinedText(heaviest, evidence)
  ];
}

function undecidedText(
  {heaviest, why}: Extract<Judgement, {verdict: "undecided"}>,
  {asks, record}: Exercise
): string[] {
  if (why === "inlined") {
    return [
      `Not decided: the time of ${heaviest.name}, which leads the listings, ${MARK_TEXTS["?"]}.`,
      "Record without inlining, with --exact-lines, or on Node 26, which charges lines right."
    ];
  }
  const few = asks === "retainer" ? "objects more" : "samples of what leads it";
  return [
    `Not decided: it shows ${heaviest.samples} ${few}, too few to tell it from chance.`,
    `Record for longer: ${record}`
  ];
}

function seenText(named: Candidate | undefined, {found, whole}: Evidence, exercise: Exercise): string {
  const unit = unitOf(exercise);
  const all = whole ?? found.reduce((sum, {weight}) => sum + weight, 0);
  const own = weightText(named?.weight ?? 0, unit).replace(/ samples?$/, "");
  const of = `${own} of ${weightText(all, unit)}`;
  if (exercise.asks === "retainer") return `keeps ${of} by which the heap has grown`;
  if (exercise.asks === "block") return `has ${of} that were taken in ${exercise.source} while a turn was late`;
  return `has ${of} in ${exercise.asks === "place" ? dirname(exercise.source) : exercise.source}`;
}

function whatLeads(named: Candidate | undefined, {found}: Evidence, {asks}: Exercise): string {
  if (asks === "retainer") return "something else keeps most of it";
  const more = found.filter(({weight}) => weight > (named?.weight ?? 0)).length;
  return more === 1 ? "one other has more" : `${more} others have more`;
}

function unitOf({asks}: Exercise): "bytes" | "microseconds" | "samples" {
  if (asks === "allocation" || asks === "retainer") return "bytes";
  return asks === "place" ? "microseconds" : "samples";
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
