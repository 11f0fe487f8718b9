import type {Candidate, Evidence} from "./evidence.js";

/** Fewer looks than this at the leader decide nothing. */
const FEWEST_SAMPLES = 40;
/** A line next to the heaviest one is as right if it has this share of its samples: a sample may land beside its line. */
const NEIGHBOUR = 0.25;

/** What a profile says of an answer. */
export type Judgement =
  | {readonly verdict: "right" | "wrong"; readonly named: Candidate | undefined; readonly heaviest: Candidate}
  | {readonly verdict: "undecided"; readonly heaviest: Candidate; readonly why: "few" | "inlined"};

/**
 * Holds an answer against a profile: it is right if nothing has more, or if what has more could have it by chance: a
 * difference of two counts within two of its standard deviations, √(a + b). Where what leads may be time of another
 * function, nothing is decided.
 *
 * @param answer name of a function or a retainer, or a line
 * @param lines whether lines are asked for
 */
export function judgeAnswer(answer: string, {found}: Evidence, lines: boolean): Judgement {
  const heaviest = found[0]!;
  if (heaviest.samples < FEWEST_SAMPLES) return {verdict: "undecided", heaviest, why: "few"};
  if (2 * (heaviest.doubtful ?? 0) > heaviest.samples) return {verdict: "undecided", heaviest, why: "inlined"};
  const named = found.find(({name}) => name === answer);
  const isRight = named !== undefined && (isClose(named, heaviest) || (lines && isBeside(named, heaviest)));
  return {verdict: isRight ? "right" : "wrong", named, heaviest};
}

function isClose(named: Candidate, heaviest: Candidate): boolean {
  const ofHeaviest = named.weight / heaviest.weight;
  const error = 2 * Math.sqrt(named.samples + heaviest.samples);
  return (1 - ofHeaviest) * heaviest.samples <= error;
}

function isBeside(named: Candidate, heaviest: Candidate): boolean {
  const lineOf = ({name}: Candidate) => Number(name.replace(/^.*:/, ""));
  const isNext = Math.abs(lineOf(named) - lineOf(heaviest)) <= 1;
  return isNext && named.within === heaviest.within && named.weight >= NEIGHBOUR * heaviest.weight;
}
