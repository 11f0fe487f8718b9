import {type ChildProcess, spawn} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {ReaderError} from "../errors.js";
import {lives} from "../lives.js";
import {endStuck} from "./end-stuck.js";
import {PRELOAD} from "./preload-file.js";
import {begunThreads, type Recording, readRecording} from "./read-recording.js";
import {cpuRecorder, type Recorder} from "./recorder.js";
import type {ReplayedInput} from "./replayed-input.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A program that has not ended this long after a signal may be stuck where the signal does not reach it. */
const STUCK_MS = 1500;
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

/** How to record the processor time of a program. */
export interface RunOptions extends ProgramOptions {
  /** Asked of V8, in microseconds. */
  readonly intervalUs: number;
}

/** A recorded program. */
export interface RecordedRun<Kept = CpuProfile> extends Recording<Kept> {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly seconds: number;
  /** Whether the program was asked to end, by Ctrl-C or another signal. */
  readonly interrupted: boolean;
  /** Where the threads left their profiles. */
  readonly folder: string;
  /** Deletes the folder. */
  discard(): Promise<void>;
}

/** Records the processor time of a program, as `recordProgram` does. */
export function recordRun(command: readonly [string, ...string[]], options: RunOptions): Promise<RecordedRun> {
  return recordProgram(command, options, cpuRecorder(options.intervalUs));
}

/**
 * Runs a program to its end and records every Node process and worker that it starts, as long as they keep the
 * environment. The program keeps its terminal, its standard streams and its signals.
 *
 * @param command program and arguments
 * @throws ReaderError if the program cannot be started
 */
export async function recordProgram<Kept>(
  command: readonly [string, ...string[]],
  options: ProgramOptions,
  recorder: Recorder<Kept>
): Promise<RecordedRun<Kept>> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-recording-"));
  const discard = () => rm(folder, {recursive: true, force: true});
  const start = performance.now();
  try {
    const child = startProgram(command, options, recorder, folder);
    const signals = passSignals(child, folder, options);
    const unplug = child.stdin === null ? () => {} : options.input?.feed(child.stdin);
    const {code, signal} = await ending(child, command[0]).finally(() => {
      signals.release();
      unplug?.();
    });
    const seconds = (performance.now() - start) / 1000;
    await waitForOthers(folder);
    return {
      ...(await readRecording(folder, recorder.read)),
      code,
      signal,
      seconds,
      interrupted: signals.passed(),
      folder,
      discard
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** The exit code that a shell would give: 128 and the number of the signal, if one ended the program. */
export function exitCodeOf({code, signal}: Pick<RecordedRun, "code" | "signal">): number {
  const numbers: Partial<Record<NodeJS.Signals, number>> = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGABRT: 6,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15
  };
  return code ?? 128 + (numbers[signal!] ?? 0);
}

function startProgram(
  [program, ...args]: readonly [string, ...string[]],
  {stdout, input}: ProgramOptions,
  {flags, start, stop, texts}: Pick<Recorder<unknown>, "flags" | "start" | "stop" | "texts">,
  folder: string
): ChildProcess {
  const before = process.env.NODE_OPTIONS ?? "";
  const port = /--inspect/.test([program, ...args, before].join(" ")) ? [] : ["--inspect-port=0"];
  const own = [`--require=${quoted(PRELOAD)}`, ...port];
  const env = {
    ...process.env,
    NODE_OPTIONS: [...own, before].join(" ").trim(),
    HOTPATH_RECORDING: folder,
    HOTPATH_RECORDER: JSON.stringify({flags, start, stop, texts})
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
export function ending(child: ChildProcess, program: string): Promise<Pick<RecordedRun, "code" | "signal">> {
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

/**
 * Ctrl-C in a terminal reaches the program without us; what is sent to this process alone is passed on. A program in a
 * synchronous loop, which a signal does not reach, is asked by its inspector to leave what it has.
 */
function passSignals(
  child: ChildProcess,
  folder: string,
  {say, endAfter}: ProgramOptions
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

/** A shell or npm may end before the processes that it started. */
export async function waitForOthers(folder: string): Promise<void> {
  const until = performance.now() + BEHIND_MS;
  while (performance.now() < until) {
    const begun = await begunThreads(folder);
    if (!begun.some(({pid}) => lives(pid))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
