import {type Command, InvalidArgumentError} from "commander";
import {parseDuration, parseWhole} from "../parse-options.js";

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
    .option(
      "--interval <time>",
      `ask V8 for a sample this often (default: ${interval})`,
      parseInterval,
      parseInterval(interval)
    )
    .option("--top <n>", "functions in the summary", parseWhole(0, 1000), 10)
    .option("--json", "print the summary as JSON on standard output");
}

/** Below 50 µs sampling is most of what a program does; above a second it sees nothing. */
export function parseInterval(text: string): number {
  const seconds = parseDuration(text);
  if (seconds >= 50e-6 && seconds <= 1) return seconds;
  throw new InvalidArgumentError(`must be from 0.05ms to 1s, got ${text}`);
}

/** The id of a process. */
export const parsePid = parseWhole(1, 2 ** 31 - 1);
