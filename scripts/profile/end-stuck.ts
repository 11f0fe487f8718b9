import process from "node:process";
import {lives} from "../lives.js";
import {evaluate} from "./evaluate.js";
import {begunThreads} from "./read-recording.js";
import {releaseTarget} from "./release.js";
import {openTarget} from "./target.js";

/**
 * Ends the processes of a recording that a signal did not reach, because they are in a synchronous loop: each is asked
 * by its inspector to leave its profile, then gets the signal again, which ends it now. Those that handle the signal
 * themselves are left to it.
 */
export async function endStuck(folder: string, signal: NodeJS.Signals, say: (line: string) => void): Promise<void> {
  const begun = await begunThreads(folder);
  const pids = begun.filter(({thread, pid}) => thread === 0 && lives(pid)).map(({pid}) => pid);
  await Promise.all(pids.map((pid) => endOne(pid, signal, say)));
}

async function endOne(pid: number, signal: NodeJS.Signals, say: (line: string) => void): Promise<void> {
  try {
    const target = await openTarget(pid);
    const expression = `globalThis[Symbol.for("hotpath.recording")]?.interrupt(${JSON.stringify(signal)})`;
    const ready = await evaluate(target.inspector, expression, {timeoutMs: 20_000});
    if (ready === true) process.kill(pid, signal);
    await releaseTarget(target, ready === true);
  } catch (error) {
    if (lives(pid))
      say(`process ${pid} did not end by ${signal}, and cannot be asked for its profile: ${(error as Error).message}`);
  }
}
