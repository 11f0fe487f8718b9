import {join} from "node:path";
import process from "node:process";
import {Command} from "commander";
import {parseWhole} from "../commands/parse-options.js";
import {DATA} from "../store.js";

/** What the reader asked the bench of large profiles for. */
export interface FlameOptions {
  /** A profile to be shown in place of made-up ones; then nothing is written. */
  readonly profile?: string;
  readonly rounds: number;
  /** Seconds that a viewer is given for its picture. */
  readonly patience: number;
  readonly minutes?: number;
  /** The file to be written. */
  readonly out: string;
}

/** Reads the command line; ends the process with 2 if it cannot be understood. */
export function readFlameOptions(argv: readonly string[]): FlameOptions {
  return new Command("bench:flame")
    .description(
      "Hand large profiles to this site and to Speedscope, in one browser, and measure what a reader waits for."
    )
    .option("--profile <file>", "this profile in place of made-up ones; the outcome is printed and not kept")
    .option("--rounds <n>", "fresh pages of each viewer for each profile, in turn", parseWhole(1, 100), 3)
    .option("--patience <seconds>", "how long a viewer is given for its picture", parseWhole(1, 3600), 120)
    .option("--minutes <n>", "begin nothing after so many minutes", parseWhole(1, 10_000))
    .option("--out <file>", "where the result goes", join(DATA, "bench/flame.json"))
    .exitOverride(({exitCode}) => process.exit(exitCode === 0 ? 0 : 2))
    .parse([...argv], {from: "user"})
    .opts<FlameOptions>();
}
