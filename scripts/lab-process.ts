import {type ChildProcess, spawn} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {TEMPORARY} from "./temporary-data.js";

const BIN = fileURLToPath(new URL("bin.mjs", import.meta.url));

/** What a command left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is running. */
export interface LabProcess {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits until standard error has said something; fails if the command ends before. */
  saidOnError(what: RegExp): Promise<void>;
}

/** Starts the real command line with data in a folder of its own, and something to read, if any. For tests. */
export function startLab(args: readonly string[], data = join(TEMPORARY, "data"), input?: string): LabProcess {
  const {NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...rest} = process.env;
  const started = spawn(process.execPath, [BIN, ...args], {
    env: {...rest, HOTPATH_DATA: data, NO_COLOR: "1"},
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"]
  });
  started.stdin?.end(input);
  let [stdout, stderr] = ["", ""];
  started.stdout!.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  started.stderr!.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    started.on("close", (code) => resolve({code, stdout, stderr}));
  });
  const saidOnError = (what: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (what.test(stderr)) resolve();
      };
      started.stderr!.on("data", look);
      started.on("close", () => reject(new Error(`never said ${what}:\n${stderr}`)));
      look();
    });
  return {process: started, ended, saidOnError};
}

/** Runs the real command line to its end. */
export function runLab(args: readonly string[], data?: string): Promise<Ended> {
  return startLab(args, data).ended;
}

/** Writes a lab of two variants, `loop` and `reduce`, and perhaps others. @returns its path */
export function writeLab(name: string, others: Readonly<Record<string, string>> = {}): string {
  const file = join(TEMPORARY, name);
  mkdirSync(dirname(file), {recursive: true});
  const more = Object.entries(others).map(([variant, body]) => `    ${variant}(values) {${body}},`);
  writeFileSync(
    file,
    `export default {
  question: "Is a loop faster than reduce?",
  sizes: [50, 500],
  setup: (size, random) => Array.from({length: size}, () => Math.floor(random() * 1000)),
  baseline: "loop",
  variants: {
${more.join("\n")}
    loop(values) {
      let sum = 0;
      for (let i = 0; i < values.length; i++) sum += values[i];
      return sum;
    },
    reduce: (values) => values.reduce((sum, value) => sum + value, 0)
  },
  claims: [{that: "reduce is measured", variant: "reduce", ratio: {above: 0}, at: 500}]
};
`
  );
  return file;
}
