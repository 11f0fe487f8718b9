import {type ChildProcess, spawn} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {ReaderError} from "../errors.js";
import {lives} from "../lives.js";
import {passSignals} from "./pass-signals.js";
import {FREE_PORT, PRELOAD} from "./preload/preload-file.js";
import {begunThreads} from "./read-recording.js";
import type {Sampling} from "./recorder.js";
import type {ReplayedInput} from "./replayed-input.js";

/** How long processes that the program left behind may take to end. */
const BEHIND_MS = 2000;

/** How to run a program that is recorded. */
export interface ProgramOptions {
  /** Where the program's standard output goes: to ours, to our standard error, or nowhere. */
  readonly stdout: "inherit" | "stderr" | "ignore";
  /** Says what happens besides the program. */
  readonly say: (line: string) => void;
  /** Ends the program by SIGINT if it still runs after so many seconds. */
  readonly endAfter?: number;
  /** What the program reads, if not what this process does. */
  readonly input?: ReplayedInput | undefined;
}

/** A program that has ended. */
export interface EndedProgram {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly seconds: number;
  /** Whether the program was asked to end, by Ctrl-C or another signal. */
  readonly interrupted: boolean;
  /** Where the threads left what they sampled. */
  readonly folder: string;
  /** Deletes the folder. */
  discard(): Promise<void>;
}

/**
 * Runs a program to its end while every Node process and worker that it starts samples itself, as long as they keep the
 * environment. The program keeps its terminal, its standard streams and its signals.
 *
 * @param command program and arguments
 * @param during begins what goes on beside the program, once the folder is there; what it returns ends that
 * @throws ReaderError if the program cannot be started; nothing is left behind then
 */
export async function runProgram(
  command: readonly [string, ...string[]],
  options: ProgramOptions,
  sampling: Sampling,
  during: (folder: string) => () => Promise<void> = () => async () => {}
): Promise<EndedProgram> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-recording-"));
  const discard = () => rm(folder, {recursive: true, force: true});
  const start = performance.now();
  const stop = during(folder);
  try {
    const child = startProgram(command, options, sampling, folder);
    const signals = passSignals(child, folder, options);
    const unplug = child.stdin === null ? () => {} : options.input?.feed(child.stdin);
    const {code, signal} = await ending(child, command[0]).finally(() => {
      signals.release();
      unplug?.();
    });
    const seconds = (performance.now() - start) / 1000;
    await waitForOthers(folder);
    await stop();
    return {code, signal, seconds, interrupted: signals.passed(), folder, discard};
  } catch (error) {
    await stop();
    await discard();
    throw error;
  }
}

function startProgram(
  [program, ...args]: readonly [string, ...string[]],
  {stdout, input}: ProgramOptions,
  {flags, start, beforeStop, stop, texts, ring}: Sampling,
  folder: string
): ChildProcess {
  const before = process.env.NODE_OPTIONS ?? "";
  const port = /--inspect/.test([program, ...args, before].join(" ")) ? [] : [FREE_PORT];
  const own = [...port, PRELOAD].map((file) => `--require=${quoted(file)}`);
  const env = {
    ...process.env,
    NODE_OPTIONS: [...own, before].join(" ").trim(),
    HOTPATH_RECORDING: folder,
    HOTPATH_RECORDER: JSON.stringify({flags, start, beforeStop, stop, texts, ring})
  };
  return spawn(program, args, {
    env,
    stdio: [input === undefined ? "inherit" : "pipe", stdout === "stderr" ? 2 : stdout, "inherit"]
  });
}

/** As NODE_OPTIONS takes a word with spaces. */
function quoted(path: string): string {
  return /[\s"\\]/.test(path) ? `"${path.replaceAll(/["\\]/g, "\\$&")}"` : path;
}

/** How a program ends. @throws ReaderError if it cannot be started */
export function ending(child: ChildProcess, program: string): Promise<Pick<EndedProgram, "code" | "signal">> {
  return new Promise((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => reject(notStarted(program, error)));
    child.on("exit", (code, signal) => resolve({code, signal}));
  });
}

function notStarted(program: string, error: NodeJS.ErrnoException): ReaderError {
  const script = /\.[cm]?[jt]sx?$/.test(program);
  const message =
    error.code === "ENOENT" ? `no such program: ${program}` : `${program}: cannot be started: ${error.message}`;
  return new ReaderError(message, script ? `a script is started by Node: -- node ${program}` : "", {
    cause: error
  });
}

/** A shell or npm may end before the processes that it started. */
export async function waitForOthers(folder: string): Promise<void> {
  const until = performance.now() + BEHIND_MS;
  while (performance.now() < until) {
    const begun = await begunThreads(folder);
    if (!begun.some(({pid}) => lives(pid))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
