import {closest} from "fastest-levenshtein";
import {ReaderError} from "../errors.js";
import type {Evidence} from "../exercise/evidence.js";
import {evidenceIn} from "../exercise/evidence-in.js";
import {judgementText, questionText} from "../exercise/exercise-text.js";
import {type Exercise, exerciseNamed} from "../exercise/exercises.js";
import {judgeAnswer} from "../exercise/judge-answer.js";
import {printable} from "../terminal/printable.js";
import {wrap} from "../terminal/width.js";
import {terminal} from "../terminal.js";

/** What `lab check` was given to judge. */
export interface AnswerFlags {
  readonly exercise: string;
  readonly answer?: string;
  /** The heap snapshot that was taken first. */
  readonly before?: string;
  readonly json?: true;
}

/** `lab check FILE --exercise NAME`. @returns the exit code: 1 if the answer is wrong or cannot be judged */
export async function checkExercise(
  file: string,
  {exercise: name, answer, before, json}: AnswerFlags
): Promise<number> {
  const exercise = await exerciseNamed(name);
  if (answer === undefined) {
    throw new ReaderError(`lab check: --answer is missing: what does the profile say?`, questionText(exercise));
  }
  const evidence = await evidenceIn(file, before, exercise);
  const given = answerOf(answer, evidence, exercise);
  const judged = judgeAnswer(given, evidence, exercise.asks === "line" || exercise.asks === "place");
  const [first = "", ...rest] = judgementText(given, judged, evidence, exercise);
  if (json === true)
    terminal.printJson({exercise: name, answer: given, verdict: judged.verdict, says: [first, ...rest]});
  else {
    terminal.print(`${sign(judged.verdict)} ${printable(first)}`);
    for (const line of rest.flatMap((text) => wrap(printable(text), Math.max(30, terminal.columns - 2), "")))
      terminal.print(`  ${line}`);
  }
  return judged.verdict === "right" ? 0 : 1;
}

function sign(verdict: "right" | "wrong" | "undecided"): string {
  if (verdict === "right") return terminal.paint("good", "✓");
  return verdict === "wrong" ? terminal.paint("bad", "✗") : "?";
}

/** The answer, without parentheses or a path before it. */
function answerOf(answer: string, {possible}: Evidence, {asks, source}: Exercise): string {
  const given = asks === "place" ? answer.trim().replace(/^.*[\\/]/, "") : bareName(answer);
  if (possible.includes(given)) return given;
  if (asks === "line")
    throw new ReaderError(`--answer must be the number of a line of ${source}, 1 to ${possible.length}, got ${answer}`);
  if (asks === "place") {
    const files = [...new Set(possible.map((place) => place.replace(/:\d+$/, "")))];
    throw new ReaderError(`--answer must be a file of the program and a line of it, got ${answer}`, [
      `such as ${files[0]}:1; its files are ${files.join(", ")}`
    ]);
  }
  const nearest = `did you mean ${closest(given, possible)}?`;
  if (asks === "retainer") throw new ReaderError(`--answer: ${source} has no variable or property ${answer}`, nearest);
  throw new ReaderError(`--answer: ${source} has no function ${answer}`, [
    nearest,
    `there are: ${possible.join(", ")}`
  ]);
}

function bareName(answer: string): string {
  return answer
    .trim()
    .replace(/\(\)$/, "")
    .replace(/^.*[:.]/, "");
}
