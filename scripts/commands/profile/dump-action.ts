import process from "node:process";
import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {commandText} from "../../profile/check-target.js";
import {dumpTarget} from "../../profile/dump-target.js";
import type {StackFrame, ThreadStack} from "../../profile/dump-thread.js";
import {releaseTarget, releaseText} from "../../profile/release.js";
import {openTarget, type Target, targetError} from "../../profile/target.js";
import {printableLine} from "../../terminal/printable.js";
import {displayWidth, pad} from "../../terminal/width.js";
import {terminal} from "../../terminal.js";
import type {DumpFlags} from "./dump.js";
import {abortPatiently} from "./patient-interrupt.js";

/** `lab profile dump`. @returns the exit code */
export async function dumpCommand(pid: number, {locals, json, timeout}: DumpFlags): Promise<number> {
  const interrupt = abortPatiently("one moment: the inspector of the process is being closed");
  try {
    const target = await openTarget(pid, timeout * 1000);
    const {stacks, release} = await dumpAndLeave(target, locals === true);
    if (json === true) terminal.printJson(jsonOf(target, stacks, release.inspector));
    else print(target, stacks);
    terminal.tell(releaseText(target, release));
    return release.inspector === "open" || stacks.some(({state}) => state === "ended") ? 1 : 0;
  } finally {
    interrupt.release();
  }
}

async function dumpAndLeave(target: Target, locals: boolean) {
  try {
    const stacks = await dumpTarget(target, locals);
    return {stacks, release: await releaseTarget(target)};
  } catch (error) {
    await releaseTarget(target);
    throw targetError(error, target.info);
  }
}

function jsonOf(
  {info, node, port, openedByUs, attachMs}: Target,
  threads: readonly ThreadStack[],
  now: string
): object {
  const {pid, command} = info;
  return {pid, command, node, attachMs, inspector: {port, openedByUs, now}, threads};
}

function print({info, node, attachMs}: Target, stacks: readonly ThreadStack[]): void {
  terminal.tell(`attached in ${attachMs.toFixed(0)} ms`);
  terminal.print(printableLine(`process ${info.pid}: ${commandText(info)} (Node ${node})`));
  for (const stack of stacks) {
    terminal.print("");
    terminal.print(`${terminal.paint("strong", printableLine(titleOf(stack)))}: ${stateText(stack)}`);
    for (const line of frameLines(stack.frames)) terminal.print(line);
  }
}

function titleOf({thread, script}: ThreadStack): string {
  return script === "" ? thread : `${thread} (${script})`;
}

function stateText({state, pauseMs}: ThreadStack): string {
  if (state === "running") return `running; stopped for ${pauseMs.toFixed(1)} ms`;
  if (state === "idle") return "idle: it waits for events";
  return state === "ended" ? "ended meanwhile" : "blocked outside JavaScript: a system call, or native code";
}

function frameLines(frames: readonly StackFrame[]): string[] {
  const names = frames.map((frame) => printableLine(frameName(frame), 60));
  const width = Math.max(0, ...names.map(displayWidth));
  return frames.flatMap((frame, index) => {
    const place = printableLine(framePlace(frame, `${process.cwd()}/`), 200);
    const locals = (frame.locals ?? []).map(({name, value}) => `        ${printableLine(`${name} = ${value}`, 200)}`);
    return [`    ${pad(names[index]!, width)}  ${place}`, ...locals];
  });
}
