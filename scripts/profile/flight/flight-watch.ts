import {existsSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {lives} from "../../lives.js";
import {printableLine} from "../../terminal/printable.js";
import type {Begun} from "../read-recording.js";
import {threadTitle} from "../run-text.js";
import type {Dumps} from "./dumps.js";
import {watchFolder} from "./watch-folder.js";

/** A program that has not answered by then is in a synchronous loop, or in no loop at all. */
const ANSWER_MS = 2000;
/** More processes than this are not named. */
const MOST_NAMED = 4;

/** How a program that is recorded can be asked for a dump. */
export interface WatchOptions {
  readonly dumps: Dumps;
  /** Null where there is none. */
  readonly signal: NodeJS.Signals | null;
  readonly say: (line: string) => void;
}

/**
 * Answers the wishes of a program that runs, and those that this process gets by the same signal: it passes them on, and
 * where no answer comes, writes what is in the folder.
 *
 * @returns ends it
 */
export function watchFlight(folder: string, {dumps, signal, say}: WatchOptions): () => Promise<void> {
  const pids = new Set<number>();
  const refusing = new Set<number>();
  let isOver = false;
  const end = watchFolder(folder, {
    onBegin: (thread) => {
      if (thread.thread !== 0) return;
      pids.add(thread.pid);
      if (signal !== null && pids.size <= MOST_NAMED) say(howToAsk(thread, signal));
    },
    onDump: (wish) => dumps.write(folder, wish),
    onRefusal: (pid, name) => {
      refusing.add(pid);
      const other = name === "SIGQUIT" ? "SIGUSR2" : "SIGQUIT";
      say(`process ${pid} handles ${name} itself and keeps it: --signal ${other} is another way to ask for a dump,`);
      say(`  or kill -${name.slice(3)} ${process.pid}, which asks this process`);
    }
  });
  const onSignal = () => {
    const before = dumps.count;
    const asked = [...pids].filter((pid) => !refusing.has(pid) && isOurs(folder, pid));
    for (const pid of asked) process.kill(pid, signal!);
    const wait = asked.length > 0 ? ANSWER_MS : 0;
    setTimeout(() => {
      if (isOver || dumps.count > before) return;
      if (wait > 0) say("no process answers: what they left before is taken, without their last seconds");
      void dumps.write(folder, {reason: "signal"});
    }, wait).unref();
  };
  if (signal !== null) process.on(signal, onSignal);
  return async () => {
    isOver = true;
    if (signal !== null) process.off(signal, onSignal);
    await end();
    await dumps.settled();
  };
}

/** Once a process has ended, its number may be another's. */
function isOurs(folder: string, pid: number): boolean {
  return !existsSync(join(folder, `${pid}-0.end.json`)) && lives(pid);
}

function howToAsk(thread: Begun, signal: NodeJS.Signals): string {
  return printableLine(`recording ${threadTitle(thread)}; kill -${signal.slice(3)} ${thread.pid} asks for a dump`, 200);
}
