import {spawn} from "node:child_process";

/** What a command cost, with all its children that it waited for. */
export interface CommandCost {
  readonly wallSeconds: number;
  /** Time of processors, in user code and in the system. */
  readonly processorSeconds: number;
}

const COUNTED = '"$@" >&2; code=$?; times; exit $code';

/**
 * Runs a command to its end; what it prints goes to standard error. Needs a POSIX shell, which counts the processor
 * time of children.
 *
 * @throws Error if the command fails
 */
export function runCounted(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<CommandCost> {
  const start = performance.now();
  const child = spawn("sh", ["-c", COUNTED, "sh", ...command], {cwd, env, stdio: ["ignore", "pipe", "inherit"]});
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) reject(new Error(`${command.join(" ")} ended with ${code}`));
      else resolve({wallSeconds: (performance.now() - start) / 1000, processorSeconds: childrenSeconds(printed)});
    });
  });
}

/** Reads what the shell's `times` prints: the second line is that of the children, `0m11.200s 0m1.300s`. */
export function childrenSeconds(times: string): number {
  const [, line = ""] = times.trim().split("\n");
  const parts = [...line.matchAll(/(\d+)m([\d.,]+)s/g)];
  if (parts.length !== 2) throw new Error(`the shell's times printed ${JSON.stringify(times)}`);
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds!.replace(",", ".")),
    0
  );
}
