import {type ChildProcess, spawn} from "node:child_process";
import {accessSync, constants, realpathSync} from "node:fs";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, delimiter, join} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {type EndedProgram, ending, type ProgramOptions, waitForOthers} from "../run-program.js";
import {logFlags} from "./log-flags.js";

const PRELOAD = fileURLToPath(new URL("preload-log.cjs", import.meta.url));
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const NODE = /^node(?:js)?[\d.]*(?:\.exe)?$/i;

/** How to run a program whose V8 writes a log. */
export interface LoggedOptions extends Pick<ProgramOptions, "stdout"> {
  /** Whether inline caches are logged too. */
  readonly caches: boolean;
}

/** A program that has ended. */
export interface LoggedRun extends Pick<EndedProgram, "code" | "signal" | "seconds"> {
  /** Where V8 has left its logs. */
  readonly folder: string;
  /** Deletes them. */
  discard(): Promise<void>;
}

/**
 * Runs a program to its end while V8 logs what it does, in every Node process that is started by name, by its own path
 * or by a fork, and in workers. V8 takes these flags from the command line only: so a folder with a `node` that has
 * them stands first in PATH. What was logged is on the disk line by line, however the program ends.
 *
 * @throws ReaderError if the program cannot be started; nothing is left behind then
 */
export async function runLogged(
  [program, ...args]: readonly [string, ...string[]],
  {stdout, caches}: LoggedOptions
): Promise<LoggedRun> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-log-"));
  const discard = () => rm(folder, {recursive: true, force: true});
  const start = performance.now();
  try {
    const flags = logFlags(folder, caches);
    const env = {...process.env, ...(await environment(folder, flags))};
    const words = isNode(program) ? [...flags, ...args] : args;
    const output = stdout === "stderr" ? 2 : stdout;
    const child = spawn(program, words, {env, stdio: ["inherit", output, "inherit"]});
    const release = passSignals(child);
    try {
      const {code, signal} = await ending(child, program);
      const seconds = (performance.now() - start) / 1000;
      await waitForOthers(folder);
      return {code, signal, seconds, folder, discard};
    } finally {
      release();
    }
  } catch (error) {
    await discard();
    throw error;
  }
}

async function environment(folder: string, flags: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const before = process.env.NODE_OPTIONS ?? "";
  const path = process.platform === "win32" ? {} : {PATH: await withOwnNode(folder, flags)};
  return {
    ...path,
    NODE_OPTIONS: `--require=${JSON.stringify(PRELOAD)} ${before}`.trim(),
    HOTPATH_LOG_FOLDER: folder,
    HOTPATH_LOG_FLAGS: JSON.stringify(flags)
  };
}

/** A `node` that starts the one which PATH has, with the flags. @returns PATH with its folder in front */
async function withOwnNode(folder: string, flags: readonly string[]): Promise<string> {
  const path = process.env.PATH ?? "";
  const node =
    path
      .split(delimiter)
      .map((place) => join(place, "node"))
      .find(isExecutable) ?? process.execPath;
  const words = [node, ...flags].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const own = join(folder, "bin");
  await mkdir(own);
  await writeFile(join(own, "node"), `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`, {mode: 0o755});
  return `${own}${delimiter}${path}`;
}

/** Also by a link of another name. */
function isNode(program: string): boolean {
  if (NODE.test(basename(program))) return true;
  try {
    return /[\\/]/.test(program) && NODE.test(basename(realpathSync(program)));
  } catch {
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ctrl-C in a terminal reaches the program without us; what is sent to this process alone is passed on. */
function passSignals(child: ChildProcess): () => void {
  const atTerminal = process.stdin.isTTY === true || process.stdout.isTTY === true || process.stderr.isTTY === true;
  let count = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (signal !== "SIGINT" || !atTerminal) child.kill(signal);
    if (++count === 3) child.kill("SIGKILL");
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
