import {digestRun, type LabDigest, type RunDigest} from "./digest.js";
import {LIMITS} from "./digest-limits.js";
import {checkResult, type Result, ResultError} from "./result.js";

/**
 * Reads the text of a result file of unknown origin, checks it, and judges its runs by the claims of the labs as
 * they are now. A lab that is not known is judged by the claims in the file.
 *
 * @param place named first in every message: the name of the file
 * @throws ResultError that names the first place that is wrong
 */
export function digestText(text: string, place: string, labs: readonly LabDigest[]): RunDigest[] {
  checkDepth(text, place);
  const result = checkResult(parse(text, place), place);
  checkCounts(result, place);
  const staked = labs.find(({name}) => name === result.lab);
  return result.runs.map((run, index) => {
    try {
      return digestRun(result.lab, result.machine, run, {staked});
    } catch (error) {
      throw new ResultError(`${place}: runs[${index}].forks: ${(error as Error).message}`, {cause: error});
    }
  });
}

/** Before it is parsed: brackets alone, by the million, take a hundred times their length in memory. */
function checkDepth(text: string, place: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (character === '"') quoted = !quoted;
    else if (quoted) index += character === "\\" ? 1 : 0;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth <= LIMITS.depth) continue;
    throw new ResultError(`${place}: character ${index}: expected at most ${LIMITS.depth} levels of brackets`);
  }
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message.slice(0, 200);
    throw new ResultError(`${place}: not JSON, or cut off: ${why}`, {cause: error});
  }
}

function checkCounts({runs}: Result, place: string): void {
  atMost(LIMITS.runs, runs.length, `${place}: runs`);
  for (const [index, {lab}] of runs.entries()) {
    atMost(LIMITS.claims, lab.claims.length, `${place}: runs[${index}].lab.claims`);
    const planned = lab.variants.reduce((sum, {sizes}) => sum + sizes.length, 0);
    atMost(LIMITS.comparisons, planned, `${place}: runs[${index}].lab.variants: sizes in all`);
  }
}

function atMost(most: number, count: number, place: string): void {
  if (count > most) throw new ResultError(`${place}: expected at most ${most}, got ${count}`);
}
