import {type ChildProcess, spawn} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {TEMPORARY} from "../temporary-data.js";
import type {TestNode} from "./test-nodes.js";

/** A Node process to be profiled by a test. */
export interface TargetProcess {
  readonly pid: number;
  readonly process: ChildProcess;
  /** What it has printed on standard output so far. */
  readonly printed: () => string;
  /** Waits until it has printed a text. */
  readonly saying: (text: string) => Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Ends it, if it lives. */
  readonly kill: () => Promise<void>;
}

/** Functions that targets have: `fib` is too deep to be inlined away, `spin` is one call that lasts. */
const PRELUDE = `
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function spin(ms) { const end = performance.now() + ms; let sum = 0; while (performance.now() < end) sum += fib(12); return sum; }
`;

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/**
 * Starts a program of its own for a test and waits until it prints "ready". It has `fib` and `spin(ms)`, and takes any
 * free port when it opens its inspector, so that tests do not disturb each other.
 *
 * @param flags of Node, after `--inspect-port=0`
 */
export async function startTarget(
  {executable}: TestNode,
  program: string,
  flags: readonly string[] = []
): Promise<TargetProcess> {
  const file = join(TEMPORARY, `target-${process.pid}-${children.size}.cjs`);
  writeFileSync(file, `${PRELUDE}${program}\n`);
  const {NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env} = process.env;
  const child = spawn(executable, ["--inspect-port=0", ...flags, file], {env, stdio: ["ignore", "pipe", "ignore"]});
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.on("close", (code, by) => resolve(code ?? by!))
  );
  const saying = (text: string) => waitFor(() => printed.includes(text), child, text);
  children.add(child);
  await saying("ready");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return {pid: child.pid!, process: child, printed: () => printed, saying, ended, kill};
}

function waitFor(happened: () => boolean, child: ChildProcess, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (happened()) resolve();
    };
    child.stdout!.on("data", look);
    child.on("close", () => (happened() ? resolve() : reject(new Error(`the target never printed ${what}`))));
    look();
  });
}
