import type {Machine} from "#lib/result.js";
import {type SelfCheck, selfCheck} from "#lib/self-check.js";
import {parallelCapacity} from "../machine/capacity.js";
import {type Finding, type Grade, judgeMachine} from "../machine/quality.js";
import {readProcessorTime, stolenShare} from "../machine/stolen.js";
import {measureTimer} from "../machine/timer.js";
import {conditions, describeMachine} from "../machine.js";
import type {Look} from "../report/table.js";
import {machineText} from "../report/text.js";
import {wrap} from "../terminal/width.js";
import {type Tone, terminal} from "../terminal.js";

/** The self-check stops here, with the blocks that it has. */
const selfCheckMs = 6500;

const signs: Record<Grade, {sign: string; tone: Tone}> = {
  good: {sign: "✓", tone: "good"},
  fair: {sign: "!", tone: "unsure"},
  poor: {sign: "✗", tone: "bad"},
  unknown: {sign: "?", tone: "quiet"}
};

/** `lab doctor`. A poor machine is an answer, not a failure. */
export async function doctorCommand({quick, json}: {quick?: true; json?: true}): Promise<void> {
  const now = await conditions();
  const machine = await describeMachine();
  const timer = await measureTimer();
  const before = await readProcessorTime();
  const capacity = await parallelCapacity();
  const check = quick === true ? null : await checkSelf();
  const stolen = stolenShare(before, await readProcessorTime());
  const findings = judgeMachine({conditions: now, capacity, stolen, timer, selfCheck: check});
  if (json === true) {
    terminal.printJson({machine, conditions: now, capacity, stolen, timer, selfCheck: check, findings});
  } else {
    for (const line of doctorText(machine, findings, terminal)) terminal.print(line);
  }
}

/** The examination as lines for a terminal. */
export function doctorText(machine: Machine, findings: readonly Finding[], look: Look): string[] {
  const title = wrap(machineText(machine), look.columns);
  return [...title, "", ...findings.flatMap((finding) => findingText(finding, look))];
}

function findingText({topic, grade, fact, advice}: Finding, {columns, paint}: Look): string[] {
  const {sign, tone} = signs[grade];
  const width = Math.max(30, columns - 15);
  const [first = "", ...rest] = wrap(fact, width);
  const indented = [...rest, ...(advice === null ? [] : wrap(`→ ${advice}`, width, "  "))];
  return [
    `${paint(tone, sign)} ${paint("strong", topic.padEnd(11))}  ${first}`,
    ...indented.map((line) => `${" ".repeat(15)}${line}`)
  ];
}

async function checkSelf(): Promise<SelfCheck | "unfinished"> {
  const [{ForkError, Interrupted}, {compileChild}, {nodeRuntime}, {runSelfCheck}] = await Promise.all([
    import("../measure/ask.js"),
    import("../measure/compile.js"),
    import("../measure/runtimes/node.js"),
    import("../measure/self-check.js")
  ]);
  const [runtime, child] = await Promise.all([nodeRuntime(), compileChild()]);
  const options = {runtime, child, timeoutMs: 5000, signal: AbortSignal.timeout(selfCheckMs), seed: 1};
  try {
    const forks = await runSelfCheck({...options, progress: (state) => terminal.progress.update(state)});
    return selfCheck(forks) ?? "unfinished";
  } catch (error) {
    if (error instanceof ForkError || error instanceof Interrupted) return "unfinished";
    throw error;
  } finally {
    terminal.progress.end();
  }
}
