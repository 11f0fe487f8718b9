import {once} from "node:events";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import process from "node:process";
import {text} from "node:stream/consumers";
import {ReaderError} from "../../../errors.js";
import {cannotWrite} from "../../../files.js";
import {lives} from "../../../lives.js";
import {NoAnswer, ProtocolError, SessionEnded} from "../../../profile/session.js";
import {type Browser, BrowserError, launchChromium, type Visit} from "./browser.js";
import {openPages, type Pages} from "./pages.js";

/** Keeps one browser for a whole session, and puts each question to a fresh page of it. */
export interface Broker {
  /** Where `relay.mjs` finds it: in a folder that is this user's alone. */
  readonly socket: string;
  /** Ends the browser and deletes what it left. Happens when this process ends, if not before. */
  close(): void;
}

const brokers = new Map<string, Promise<Broker>>();

/** The broker of this process for a browser. @throws as `openBroker` */
export function brokerFor(executable: string): Promise<Broker> {
  const broker = brokers.get(executable) ?? openBroker(executable);
  brokers.set(executable, broker);
  broker.catch(() => brokers.delete(executable));
  return broker;
}

/**
 * Starts a browser now, so that one that does not start is known before anything is measured; one that ends later is
 * started again for the next question.
 *
 * @throws ReaderError with what the browser said, if it does not start
 */
export async function openBroker(executable: string): Promise<Broker> {
  const folder = makeFolder();
  const ending = new AbortController();
  const close = () => {
    process.off("exit", close);
    ending.abort();
    remove(folder);
  };
  process.on("exit", close);
  try {
    const running = keepRunning(() => launchChromium(executable, mkdtempSync(join(folder, "profile-")), ending.signal));
    await running();
    const pages = await openPages(ending.signal);
    const server = answering(async (question, gone) => answer(question, await running(), pages, gone));
    return {socket: await listenIn(folder, server, ending.signal), close};
  } catch (error) {
    close();
    if (!isKnown(error)) throw error;
    throw new ReaderError(`${executable}: ${error.message}`, [
      `what it says when you start it: "${executable}" --headless=new --dump-dom about:blank`
    ]);
  }
}

/** Named after this process; what a killed one left is deleted first. */
function makeFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^hotpath-chromium-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !lives(Number(pid))) remove(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), `hotpath-chromium-${process.pid}-`));
}

/** What the system still holds, or another user owns, is left to the next session. */
function remove(folder: string): void {
  try {
    rmSync(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 20});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

/** Starts a browser when it is first asked for, and another when that has ended. */
function keepRunning(start: () => Promise<Browser>): () => Promise<Browser> {
  let started: Promise<Browser> | undefined;
  return () => {
    started = started?.then((browser) => (browser.session.open ? browser : start()), start) ?? start();
    return started;
  };
}

/** Answers what the relays post. One that is killed hangs up, and its question is dropped. */
function answering(reply: (question: string, gone: AbortSignal) => Promise<string>): Server {
  return createServer(async (request, response) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    try {
      response.end(await reply(await text(request), gone.signal));
    } catch (error) {
      if (gone.signal.aborted) return;
      if (!isKnown(error)) throw error;
      response.writeHead(500).end(error.message);
    }
  });
}

async function listenIn(folder: string, server: Server, ending: AbortSignal): Promise<string> {
  const socket = process.platform === "win32" ? `\\\\?\\pipe\\${basename(folder)}` : join(folder, "ask");
  server.on("connection", (connection) => connection.unref());
  server.listen(socket);
  await once(server, "listening").catch((error) => {
    throw cannotWrite(socket, error);
  });
  ending.addEventListener("abort", () => server.close());
  server.unref();
  return socket;
}

/** @returns what the page sent, not yet checked, when nothing of the page is left */
async function answer(question: string, browser: Browser, pages: Pages, gone: AbortSignal): Promise<string> {
  const asked = pages.ask(question);
  try {
    const visit = await browser.visit(asked.url).catch((error) => {
      browser.kill();
      throw error;
    });
    return await Promise.race([asked.answer, visit.lost, failOn(gone)]).finally(() => leave(browser, visit));
  } finally {
    asked.forget();
  }
}

function failOn(gone: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    gone.addEventListener("abort", () => fail(new BrowserError("nobody waits for the answer")));
  });
}

/** A browser that cannot close a page is of no use for the next. */
async function leave(browser: Browser, visit: Visit): Promise<void> {
  try {
    await visit.close();
  } catch (error) {
    if (!isKnown(error)) throw error;
    browser.kill();
  }
}

function isKnown(error: unknown): error is Error {
  return [BrowserError, SessionEnded, NoAnswer, ProtocolError].some((known) => error instanceof known);
}
