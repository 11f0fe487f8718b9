import type {ChildProcess} from "node:child_process";
import process from "node:process";
import {endStuck} from "./end-stuck.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A program that has not ended this long after a signal may be stuck where the signal does not reach it. */
const STUCK_MS = 1500;

interface SignalOptions {
  readonly say: (line: string) => void;
  /** Ends the program after so many seconds. */
  readonly endAfter?: number;
}

/**
 * Ctrl-C in a terminal reaches the program without us; what is sent to this process alone is passed on. A program in a
 * synchronous loop, which a signal does not reach, is asked by its inspector to leave what it has.
 */
export function passSignals(
  child: ChildProcess,
  folder: string,
  {say, endAfter}: SignalOptions
): {release: () => void; passed: () => boolean} {
  const atTerminal = process.stdin.isTTY === true || process.stdout.isTTY === true || process.stderr.isTTY === true;
  let timer: NodeJS.Timeout | undefined;
  let count = 0;
  const pass = (signal: NodeJS.Signals) => {
    child.kill(signal);
    timer ??= setTimeout(() => void endStuck(folder, signal, say), STUCK_MS);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (++count === 3) child.kill("SIGKILL");
    if (count === 2)
      say("waiting for the program to end; once more ends it at once, and loses what it has not left yet");
    if (signal !== "SIGINT" || !atTerminal) pass(signal);
    else timer ??= setTimeout(() => void endStuck(folder, signal, say), STUCK_MS);
  };
  const end = () => {
    count++;
    pass("SIGINT");
  };
  const limit = endAfter === undefined ? undefined : setTimeout(end, endAfter * 1000);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    passed: () => count > 0,
    release() {
      clearTimeout(timer);
      clearTimeout(limit);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    }
  };
}
