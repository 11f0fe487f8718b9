import {open} from "node:fs/promises";
import {win32} from "node:path";
import process from "node:process";
import {ReaderError} from "../errors.js";
import {printableLine} from "../terminal/printable.js";
import {isNodeName, type ProcessInfo, type System} from "./system/process-info.js";

/** Longest that a process is given to take its first steps: until then SIGUSR1 would kill it. */
const STARTING_MS = 1000;

/** Stands in every executable of Node since 18.16, whatever its name (https://nodejs.org/api/single-executable-applications.html). */
const MARK_OF_NODE = "NODE_SEA_FUSE_";

const otherWay = "start it with `lab profile run -- …`, or with --inspect=127.0.0.1:0 from the beginning";

/**
 * Makes sure that a process may be asked to open its inspector, before anything is done to it.
 *
 * @throws ReaderError if there is no such process, or it is not ours, not Node, stopped, out of reach, or would be
 * killed by SIGUSR1 or ignore it
 */
export async function checkTarget(pid: number, system: System): Promise<ProcessInfo> {
  const info = await system.describe(pid);
  if (info === null || info.state === "ended") {
    throw new ReaderError(
      `no process ${pid} is running`,
      "`lab profile attach` alone lists those that can be profiled"
    );
  }
  const place = `process ${pid} (${commandText(info)})`;
  if (pid === process.pid) throw new ReaderError(`${place} is this command itself`);
  if (info.ours === false) {
    throw new ReaderError(
      `${place} belongs to another user`,
      "run this command as that user: nobody else may look into it"
    );
  }
  if (info.outOfReach !== null) throw new ReaderError(`${place} ${info.outOfReach.why}`, info.outOfReach.wayOut);
  if (!(await isNode(info))) {
    throw new ReaderError(`${place} is not Node: its program is ${info.executable ?? "not known"}`, [
      "nothing was sent to it"
    ]);
  }
  if (info.state === "stopped") {
    throw new ReaderError(`${place} is stopped, and answers nobody`, `let it go on: kill -CONT ${pid}`);
  }
  return info;
}

/**
 * Waits for the handler of SIGUSR1 that Node sets up early.
 *
 * @throws ReaderError if the process would be killed by the signal, or ignores it
 */
export async function checkSignal(first: ProcessInfo, system: System): Promise<void> {
  const place = `process ${first.pid} (${commandText(first)})`;
  const until = performance.now() + STARTING_MS;
  for (let info: ProcessInfo | null = first; info !== null; info = await system.describe(first.pid)) {
    if (info.usr1 === "caught" || info.usr1 === "unknown") return;
    if (info.usr1 === "ignored" || performance.now() > until) throw noHandler(info, place);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new ReaderError(`${place} has ended`);
}

function noHandler({usr1}: ProcessInfo, place: string): ReaderError {
  const consequence = usr1 === "ignored" ? "ignores SIGUSR1" : "would be killed by SIGUSR1";
  return new ReaderError(`${place} ${consequence}, which opens the inspector of other Node processes`, [
    "nothing was sent to it; it may have been started with --disable-sigusr1",
    otherWay
  ]);
}

/**
 * The command line, safe to print, on one line, cut to what fits into a sentence. Of a program that was started by its
 * path only the name: what it runs stands behind it.
 */
export function commandText({command: [program = "", ...args]}: ProcessInfo): string {
  const name = /^(?:[A-Za-z]:)?[\\/]\S*$/.test(program) ? win32.basename(program) : program;
  return printableLine([name, ...args].join(" "), 80);
}

async function isNode({executable, pid}: ProcessInfo): Promise<boolean> {
  if (executable === null) return false;
  if (isNodeName(executable)) return true;
  return contains(process.platform === "linux" ? `/proc/${pid}/exe` : executable, MARK_OF_NODE);
}

/** Whether a file holds a text; false if it cannot be read. */
async function contains(path: string, text: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    let end = "";
    for await (const chunk of file.createReadStream({highWaterMark: 1 << 20, encoding: "latin1"})) {
      if ((end + chunk).includes(text)) return true;
      end = chunk.slice(-text.length);
    }
    return false;
  } catch {
    return false;
  } finally {
    await file.close().catch(() => {});
  }
}
