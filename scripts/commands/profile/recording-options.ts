import {type Command, InvalidArgumentError, type Option} from "commander";
import {parseDuration, parseWhole} from "../parse-options.js";
import {typedDefault} from "../typed-default.js";

/** What every recording of processor time lets the reader choose. */
export interface RecordingFlags {
  readonly out?: string;
  readonly force?: true;
  /** Seconds. */
  readonly interval: number;
  readonly top: number;
  readonly json?: true;
}

/** The options of a recording of processor time. */
export function recordingOptions(command: Command, interval: string): Command {
  return command
    .option("-o, --out <file>", "where to write; the ending chooses the format, .cpuprofile is V8's own")
    .option("--force", "replace the file if it exists")
    .addOption(typedDefault("--interval <time>", "ask V8 for a sample this often", parseInterval, interval))
    .option("--top <n>", "functions in the summary", parseWhole(0, 1000), 10)
    .option("--json", "print the summary as JSON on standard output");
}

/** Below 50 µs sampling is most of what a program does; above a second it sees nothing. */
export function parseInterval(text: string): number {
  const seconds = parseDuration(text);
  if (seconds >= 50e-6 && seconds <= 1) return seconds;
  throw new InvalidArgumentError(`must be from 0.05ms to 1s, got ${text}`);
}

/** How long a process may take to open its inspector, in seconds. */
export function openingOption(): Option {
  return typedDefault("--timeout <time>", "how long it may take to open its inspector", parseDuration, "2s");
}

/** The id of a process. */
export const parsePid = parseWhole(1, 2 ** 31 - 1);
