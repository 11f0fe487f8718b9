import {checkLabFile, type Point} from "../check/check-lab.js";
import {Interrupted} from "../measure/ask.js";
import {compileChild} from "../measure/compile.js";
import {sourceOf} from "../measure/prepare-lab.js";
import {nodeRuntime} from "../measure/runtimes/node.js";
import {readAll} from "../report/read-all.js";
import {localFiles, referenceFiles} from "../store.js";
import {printableLine} from "../terminal/printable.js";
import {wrap} from "../terminal/width.js";
import {terminal} from "../terminal.js";
import {abortOnInterrupt} from "./interrupt.js";

/** Longest that one answer may take. */
const ANSWER_MS = 20_000;

/** `lab check`. @returns the exit code: 1 if anything is wrong */
export async function checkCommand(lab: string, json: boolean): Promise<number> {
  const file = await sourceOf(lab);
  const [local, reference] = await Promise.all([readAll(await localFiles()), readAll(await referenceFiles())]);
  for (const error of [...local.errors, ...reference.errors]) terminal.tell(error);
  const [runtime, child] = await Promise.all([nodeRuntime(), compileChild()]);
  const interrupt = abortOnInterrupt();
  try {
    const options = {runtime, child, timeoutMs: ANSWER_MS, signal: interrupt.signal};
    const points = await checkLabFile(file, {local: local.results, reference: reference.results}, options);
    if (json) terminal.printJson({lab, points});
    else for (const line of points.flatMap(pointText)) terminal.print(line);
    return points.every(({wrong}) => wrong.length === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.tell("interrupted: nothing was decided");
    return 1;
  } finally {
    interrupt.release();
  }
}

function pointText({title, wrong}: Point): string[] {
  const sign = wrong.length === 0 ? terminal.paint("good", "✓") : terminal.paint("bad", "✗");
  const lines = wrong.flatMap((line) => wrap(printableLine(line, 1000), Math.max(30, terminal.columns - 4), "  "));
  return [`${sign} ${title}`, ...lines.map((line) => `    ${line}`)];
}
