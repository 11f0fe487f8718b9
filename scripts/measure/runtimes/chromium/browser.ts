import {type ChildProcess, spawn} from "node:child_process";
import type {Socket} from "node:net";
import process from "node:process";
import * as v from "valibot";
import type {Session} from "../../../profile/session.js";
import {cleanEnvironment} from "../environment.js";
import {pipeSession} from "./devtools-pipe.js";
import {chromiumFlags} from "./flags.js";

/** What happened to a browser, or to a page of it. */
export class BrowserError extends Error {
  override readonly name = "BrowserError";
}

/** A page in a context of its own: no cache, storage or process of it was there before, or is there after `close`. */
export interface Visit {
  /** Fails if the page or the browser ends before `close`; never succeeds. */
  readonly lost: Promise<never>;
  close(): Promise<void>;
}

/** A Chromium without a window. What it has open does not keep this process from ending, and ends with it. */
export interface Browser {
  /** Open as long as the browser runs. */
  readonly session: Session;
  /** Version of its V8, as it says itself. */
  readonly v8: string;
  /** Opens an address in a fresh context. @throws as `Session.ask` */
  visit(url: string): Promise<Visit>;
  /** Ends it and all its processes, at once. Safe to call twice. */
  kill(): void;
}

/** One that has not said by then that it runs, is taken to hang. Long, for a busy machine makes it slow. */
const START_MS = 30_000;

/** Processes that outlive it may hold its output open; they are not waited for. */
const GRACE_MS = 500;

const Version = v.looseObject({jsVersion: v.string()});
const Context = v.looseObject({browserContextId: v.string()});
const Target = v.looseObject({targetId: v.string()});
const Crash = v.looseObject({targetId: v.string(), status: v.string()});

/**
 * Starts a browser.
 *
 * @param profile an empty folder, for it alone
 * @param ending kills it, even while it starts
 * @throws as `Session.ask`: SessionEnded says what it said itself
 */
export async function launchChromium(executable: string, profile: string, ending: AbortSignal): Promise<Browser> {
  const child = spawn(executable, chromiumFlags(profile), {
    env: cleanEnvironment(),
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true
  });
  const [errors, to, from] = child.stdio.slice(2) as Socket[];
  const session = pipeSession(to!, from!);
  endWith(child, session, lastWords(errors!));
  child.unref();
  for (const pipe of [errors, to, from]) pipe!.unref();
  const kill = () => {
    session.end("it was stopped");
    killAll(child);
  };
  ending.addEventListener("abort", kill);
  try {
    const {jsVersion} = await session.ask("Browser.getVersion", {}, Version, START_MS);
    await session.command("Target.setDiscoverTargets", {discover: true});
    return {session, v8: jsVersion, kill, visit: visitsIn(child, session)};
  } catch (error) {
    kill();
    throw error;
  }
}

/** Ends the session when the process has ended, or could not be started. */
function endWith(child: ChildProcess, session: Session, words: () => string): void {
  child.on("error", ({message}) => session.end(`it could not be started: ${message}`));
  child.on("exit", () => setTimeout(() => destroyAll(child.stdio), GRACE_MS).unref());
  child.on("close", (code, signal) => {
    session.end(`it ended, ${signal === null ? `with code ${code}` : `killed by ${signal}`}${words()}`);
  });
}

function destroyAll(pipes: ChildProcess["stdio"]): void {
  for (const pipe of pipes) pipe?.destroy();
}

/** What it says before it dies, among much that it says at all times. */
function lastWords(errors: Socket): () => string {
  let text = "";
  errors.setEncoding("utf8").on("data", (part: string) => {
    text = (text + part).slice(-10_000);
  });
  return () => {
    const telling = text.split("\n").find((line) => /FATAL|sandbox|shared librar|cannot open/i.test(line));
    return telling === undefined ? "" : `: ${telling.replace(/^\[[^\]]*\]\s*/, "").slice(0, 200)}`;
  };
}

/** Its processes are one group, where systems have such; elsewhere they follow the first. */
function killAll(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function visitsIn(child: ChildProcess, session: Session): Browser["visit"] {
  const open = new Map<string, (error: Error) => void>();
  session.on("Target.targetCrashed", Crash, ({targetId, status}) => {
    open.get(targetId)?.(new BrowserError(`its page crashed (${status})`));
  });
  child.on("close", () => {
    for (const lose of open.values()) lose(new BrowserError("the browser ended"));
  });
  return async (url) => {
    const context = await session.ask("Target.createBrowserContext", {disposeOnDetach: true}, Context);
    const close = () => session.command("Target.disposeBrowserContext", {browserContextId: context.browserContextId});
    try {
      const params = {url, browserContextId: context.browserContextId};
      const {targetId} = await session.ask("Target.createTarget", params, Target, START_MS);
      const lost = new Promise<never>((_, lose) => open.set(targetId, lose));
      lost.catch(() => {});
      return {lost, close: () => close().finally(() => open.delete(targetId))};
    } catch (error) {
      await close().catch(() => {});
      throw error;
    }
  };
}
