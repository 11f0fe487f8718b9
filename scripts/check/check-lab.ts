import {readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {LabDescription, Result} from "#lib/result.js";
import type {ChildOptions} from "../measure/ask.js";
import {compileLab} from "../measure/compile.js";
import {describe} from "../measure/describe.js";
import {labFile, labNames, lessonFile, ROOT} from "../store.js";
import {withTemporaryFile} from "../temporary-file.js";
import {AnswerWorker} from "./answer-worker.js";
import {type AnswerBreaches, breachesOfAnswers, breachesOfForm, doubled} from "./contract.js";
import {lacksOfPage} from "./page.js";
import {doubtsOfClaims, lacksOfReference} from "./results.js";

/** One thing that a lab is held to. */
export interface Point {
  readonly title: string;
  /** What is wrong with it, each with its way out. Empty if nothing is. */
  readonly wrong: readonly string[];
}

/**
 * Holds a lab to all that is asked of one: its form, its answers, its claims, and of a core lab its committed results
 * and its page. Answers come from a thread of its own, so that a variant that hangs is stopped.
 *
 * @throws ReaderError, LabError or ResultError if the lab cannot be compiled or has no form at all
 */
export async function checkLabFile(
  file: string,
  results: {readonly local: readonly Result[]; readonly reference: readonly Result[]},
  options: ChildOptions
): Promise<Point[]> {
  const compiled = await compileLab(file);
  const {name, hash} = compiled;
  const lab = await describe(compiled, options);
  const answers = await answersOf(compiled.source, lab, options);
  const now = {name, hash, lab};
  const points: Point[] = [
    {title: "the form is right", wrong: breachesOfForm(lab)},
    {title: "answers agree, and inputs stay as they were", wrong: answers.disagreeing},
    {title: "answers depend on the data, so no work is dead", wrong: answers.unchanging},
    {title: "claims are decided", wrong: doubtsOfClaims(now, [...results.local, ...results.reference])}
  ];
  const isCore = (await labNames()).includes(name) && labFile(name) === compiled.source;
  if (!isCore) return points;
  const page = await readFile(lessonFile(name), "utf8").catch(() => null);
  const config = await readFile(join(ROOT, "observablehq.config.ts"), "utf8");
  return [
    ...points,
    {title: "the reference is fresh", wrong: lacksOfReference(now, results.reference)},
    {title: "the page is complete", wrong: lacksOfPage(name, lab, page, config)}
  ];
}

async function answersOf(
  source: string,
  lab: LabDescription,
  {timeoutMs, signal}: ChildOptions
): Promise<AnswerBreaches> {
  const {path} = await withTemporaryFile("contract.ts", doubled(source), compileLab);
  const worker = new AnswerWorker(pathToFileURL(path).href, timeoutMs, signal);
  try {
    return await breachesOfAnswers(lab, worker.ask);
  } finally {
    await worker.close();
    await rm(path, {force: true});
  }
}
