import {evaluate} from "./evaluate.js";
import {firstInspector, type OpenInspector} from "./find-port.js";
import {connectInspector, type Inspector} from "./inspector.js";
import type {Listening, ProcessInfo, System} from "./system/process-info.js";
import type {Target} from "./target.js";
import {leaveTarget} from "./visits.js";

/** What became of a target's inspector when we left. */
export interface Release {
  /**
   * `closed` by us; `kept` open, as it was before; `shared` with another command of ours, which closes it; `lost`:
   * another program closed it; `open` although we tried; `gone` with the target.
   */
  readonly inspector: "closed" | "kept" | "shared" | "lost" | "open" | "gone";
  /** Whether the target's event loop turned while we were there; null if that was not asked. */
  readonly turned: boolean | null;
}

/** How long a target's loop is given to turn before it counts as stuck. */
const TURN_MS = 100;
/** How long the port is watched after it was closed: a moment, and longer if the loop has not turned yet. */
const WATCH_MS = {turned: 40, stuck: 600};
const POLL_MS = 10;
const MOST_ATTEMPTS = 3;

/**
 * Node 20 to 26: SIGUSR1 that comes during a synchronous loop is noted twice, and the second note opens the inspector
 * again when the loop turns. So it is closed now, and once more at that turn.
 */
const closeForGood = `{
  const load = process.getBuiltinModule ?? require;
  const inspector = load("node:inspector");
  load("node:timers").setImmediate(() => inspector.close());
  inspector.close();
}`;
const nextTurn = `new Promise((resolve) => (process.getBuiltinModule ?? require)("node:timers").setImmediate(resolve))`;

/** A target that is being left, with the ports that are its program's own. */
type Leaving = Pick<Target, "info" | "system"> & {readonly own: readonly Listening[]};

/**
 * Leaves a target as it was: closes the inspector if we opened it, and watches that it stays closed. Does not throw.
 *
 * @param exiting whether the target only waits for us to go: its inspector ends with it
 */
export async function releaseTarget(
  target: Omit<Target, "node" | "attachMs" | "exiting">,
  exiting = false
): Promise<Release> {
  const {inspector, openedByUs, info, system} = target;
  const open = inspector.open;
  if (exiting || !open || !openedByUs) await inspector.close();
  if (exiting || (!open && (await endsSoon(info, system)))) return {inspector: "gone", turned: null};
  if (!openedByUs) return {inspector: open ? "kept" : "lost", turned: null};
  if (open && (await leaveTarget(inspector, system)).length > 0) {
    await inspector.close();
    return {inspector: "shared", turned: null};
  }
  const own = (await system.listening(info.pid)).filter(({port}) => port !== target.port);
  const leaving = {info, system, own};
  const turned = open && (await turns(inspector));
  let connection: Inspector | null = open ? inspector : await reconnect(leaving);
  if (connection === null) return {inspector: "lost", turned: null};
  for (let attempt = 0; attempt < MOST_ATTEMPTS && connection !== null; attempt++) {
    await askToClose(connection);
    if (await staysClosed(leaving, turned ? WATCH_MS.turned : WATCH_MS.stuck)) return ending(leaving, turned);
    connection = await reconnect(leaving);
  }
  return {inspector: (await openInspector(leaving)) === null ? "closed" : "open", turned};
}

/** What was done to the target, in a sentence. */
export function releaseText({info: {pid}, port}: Pick<Target, "info" | "port">, release: Release): string {
  if (release.inspector === "gone") return `process ${pid} has ended`;
  if (release.inspector === "kept")
    return `the inspector of process ${pid} was open before (port ${port}) and still is`;
  if (release.inspector === "shared")
    return `the inspector of process ${pid} (port ${port} of 127.0.0.1) is left to another command that uses it, and closes it at its end`;
  if (release.inspector === "lost") return `another program closed the inspector of process ${pid} meanwhile`;
  if (release.inspector === "open") {
    return `the inspector of process ${pid} could not be closed: port ${port} of 127.0.0.1 is open to every user of this machine`;
  }
  const later =
    release.turned === false
      ? "; its event loop has not turned yet: when it does, it closes the inspector once more"
      : "";
  return `opened the inspector of process ${pid} (port ${port} of 127.0.0.1) and closed it again${later}`;
}

async function ending({info, system}: Leaving, turned: boolean): Promise<Release> {
  return {inspector: (await hasEnded(info, system)) ? "gone" : "closed", turned};
}

/** A connection ends a little before its process does. */
async function endsSoon(info: ProcessInfo, system: System): Promise<boolean> {
  const until = performance.now() + 300;
  while (!(await hasEnded(info, system))) {
    if (performance.now() > until) return false;
    await pause();
  }
  return true;
}

async function hasEnded({pid}: ProcessInfo, system: System): Promise<boolean> {
  const now = await system.describe(pid);
  return now === null || now.state === "ended";
}

async function turns(inspector: Inspector): Promise<boolean> {
  return evaluate(inspector, nextTurn, {awaits: true, timeoutMs: TURN_MS}).then(
    () => true,
    () => false
  );
}

/** The answer never comes: the connection ends with the inspector. */
async function askToClose(inspector: Inspector): Promise<void> {
  const asked = evaluate(inspector, closeForGood, {timeoutMs: 1000}).catch(() => {});
  await Promise.race([asked, inspector.ended]);
  await inspector.close();
}

async function staysClosed(target: Leaving, watchMs: number): Promise<boolean> {
  if (!(await closesWithin(target, 500))) return false;
  const until = performance.now() + watchMs;
  while (performance.now() < until) {
    if ((await openInspector(target)) !== null && !(await closesWithin(target, 300))) return false;
    await pause();
  }
  return true;
}

async function closesWithin(target: Leaving, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while ((await openInspector(target)) !== null) {
    if (performance.now() > until) return false;
    await pause();
  }
  return true;
}

/** The target's program may open ports of its own meanwhile; only an inspector counts. */
async function openInspector({system, info, own}: Leaving): Promise<OpenInspector | null> {
  const now = await system.listening(info.pid);
  return firstInspector(now.filter(({port}) => !own.some((known) => known.port === port)));
}

async function reconnect(target: Leaving): Promise<Inspector | null> {
  const open = await openInspector(target);
  return open === null ? null : connectInspector(open.url).catch(() => null);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
