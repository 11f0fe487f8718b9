import {spawn} from "node:child_process";
import {cleanEnvironment} from "./runtimes/environment.js";
import type {RuntimeHandle} from "./runtimes/runtime.js";

/** A child that gave no answer; the message says what happened to it. */
export class ForkError extends Error {
  override readonly name = "ForkError";
}

/** The reader stopped the run. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Where children are started, and for how long. */
export interface ChildOptions {
  readonly runtime: RuntimeHandle;
  /** The compiled child module. */
  readonly child: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const MOST_OUTPUT = 2 ** 20;

/** Processes that a lab started may hold its output open after it has ended; they are not waited for. */
const GRACE_MS = 500;

/**
 * Asks a fresh process one question; it prints one line of JSON and ends.
 *
 * @param question what `options.child` takes, as its only argument in JSON
 * @returns the answer, not yet checked
 * @throws ForkError if the process hangs, dies, prints anything else, or the lab throws
 * @throws Interrupted if `signal` was aborted meanwhile
 */
export async function ask(question: object, options: ChildOptions): Promise<unknown> {
  const {stdout, stderr, code, killedBy, stopped} = await runChild(question, options);
  if (options.signal.aborted || killedBy === "SIGINT") throw new Interrupted("interrupted");
  if (stopped !== null) throw new ForkError(stopped);
  if (code !== 0 && /heap out of memory|Allocation failed|invalid array length Allocation/i.test(stderr))
    throw new ForkError("ran out of memory");
  if (killedBy !== null) throw new ForkError(`was killed by ${killedBy}${lastLine(stderr)}`);
  return answerIn(stdout, code, stderr);
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  /** Why we killed it, if we did. */
  readonly stopped: string | null;
}

function runChild(question: object, {runtime, child, timeoutMs, signal}: ChildOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = spawn(runtime.relay ?? runtime.executable, [...runtime.args, child, JSON.stringify(question)], {
      env: cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      signal,
      killSignal: "SIGKILL",
      windowsHide: true
    });
    let stopped: string | null = null;
    const stop = (reason: string) => {
      stopped ??= reason;
      started.kill("SIGKILL");
    };
    const timer = setTimeout(() => stop(`gave no answer within ${timeoutMs / 1000} s and was stopped`), timeoutMs);
    const texts = [started.stdout, started.stderr].map((stream) =>
      collect(stream, () => stop("printed without end and was stopped: a lab must not print"))
    );
    started.on("error", (error) => {
      clearTimeout(timer);
      if (!signal.aborted) reject(new ForkError(`could not be started: ${error.message}`, {cause: error}));
      else reject(new Interrupted("interrupted"));
    });
    started.on("exit", () => setTimeout(() => started.stdout.destroy() && started.stderr.destroy(), GRACE_MS).unref());
    started.on("close", (code, killedBy) => {
      clearTimeout(timer);
      resolve({stdout: texts[0]!(), stderr: texts[1]!(), code, killedBy, stopped});
    });
  });
}

/** Reads a stream up to a bound; a child that prints without end is stopped. */
function collect(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (part: string) => {
    text += part;
    if (text.length <= MOST_OUTPUT) return;
    text = text.slice(0, MOST_OUTPUT);
    tooMuch();
  });
  return () => text;
}

function answerIn(stdout: string, code: number | null, stderr: string): unknown {
  const lines = stdout.split("\n").filter((line) => line !== "");
  if (lines.length === 0) throw new ForkError(`ended with code ${code} before it answered${lastLine(stderr)}`);
  const reply = parse(lines.at(-1)!);
  if (lines.length > 1 || reply === null) {
    throw new ForkError(
      `printed ${JSON.stringify(lines[0]!.slice(0, 80))} on standard output, where only the answer may stand: a lab must not print`
    );
  }
  if (typeof reply.error === "string") throw new ForkError(`threw: ${reply.error.slice(0, 1000)}`);
  return reply.answer;
}

function parse(line: string): {answer?: unknown; error?: unknown} | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && ("answer" in value || "error" in value) ? value : null;
  } catch {
    return null;
  }
}

function lastLine(stderr: string): string {
  const line = stderr
    .trim()
    .split("\n")
    .find((candidate) => /Error|error|fatal/i.test(candidate));
  return line === undefined ? "" : `: ${line.trim().slice(0, 200)}`;
}
