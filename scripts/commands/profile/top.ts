import {type Command, InvalidArgumentError, Option} from "commander";
import type {TopSort} from "../../profile/top-history.js";
import {parseDuration, parseWhole} from "../parse-options.js";
import {typedDefault} from "../typed-default.js";
import {openingOption, parseInterval, parsePid} from "./recording-options.js";

/** The options of `lab profile top`. Times are seconds. */
export interface TopFlags {
  readonly every: number;
  readonly interval: number;
  readonly duration?: number;
  readonly sort: TopSort;
  readonly rows: number;
  readonly timeout: number;
  readonly json?: true;
}

/** Adds `lab profile top`. */
export default function register(profile: Command): void {
  profile
    .command("top")
    .summary("watch the functions of a running process")
    .description(
      "Shows the functions that a Node process runs, second by second, with its workers. Where standard output is no " +
        "terminal, each slice is written below the last one."
    )
    .argument("<pid>", "id of the process", parsePid)
    .addOption(
      typedDefault(
        "--every <time>",
        "length of a slice, from 1s: each costs the process a start of the profiler",
        parseSlice,
        "1s"
      )
    )
    .addOption(typedDefault("--interval <time>", "ask V8 for a sample this often", parseInterval, "10ms"))
    .option("--duration <time>", "stop after this time (default: at q or Ctrl-C)", parseDuration)
    .addOption(
      new Option("--sort <column>", "what the table is sorted by").choices(["self", "total", "time"]).default("self")
    )
    .option("--rows <n>", "rows of each slice, where standard output is no terminal", parseWhole(1, 1000), 10)
    .addOption(openingOption())
    .option("--json", "print each slice as a line of JSON")
    .addHelpText(
      "after",
      `
Keys: s self, t total, i time (self time since the beginning), p pause (sampling goes on), q quit.

Self and total are shares of the last slice: 100 % is one thread that does nothing else, so that workers add up to more.
A character of the trend is a slice, from blank (nothing) to @ (a whole thread). The overhead is the processor time that
emptying and starting the profiler took, measured in the process; sampling itself comes on top.

Examples:
  lab profile top 4321
  lab profile top 4321 --sort total --every 2s
  lab profile top 4321 --duration 10s --json > slices.jsonl

It reaches the process as \`lab profile attach\` does, and leaves it as that does.

Exit codes: 0 shown; 1 the process ended early or did not answer; 2 something to put right.`
    )
    .action(async (pid: number, flags: TopFlags) => {
      const {topCommand} = await import("./top-action.js");
      process.exitCode = await topCommand(pid, flags);
    });
}

/** A slice of a live table, in seconds. */
export function parseSlice(text: string): number {
  const seconds = parseDuration(text);
  if (seconds >= 1 && seconds <= 60) return seconds;
  throw new InvalidArgumentError(`must be from 1s to 60s, got ${text}`);
}
