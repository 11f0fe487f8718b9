import {join} from "node:path";
import process from "node:process";
import {Command} from "commander";
import {collect, parseWhole} from "../commands/parse-options.js";
import {DATA} from "../store.js";

/** What the reader asked the bench for. */
export interface ProfileOptions {
  readonly with: string[];
  /** Rounds of the fixed work, and visits of a busy process, on each Node. */
  readonly rounds: number;
  readonly seed?: number;
  /** Folder into which other profilers are installed. */
  readonly peers?: string;
  /** No measurement is begun after so many. */
  readonly minutes?: number;
  /** The file to be written. */
  readonly out: string;
}

/** Reads the command line; ends the process with 2 if it cannot be understood. */
export function readProfileOptions(argv: readonly string[]): ProfileOptions {
  return new Command("bench:profile")
    .description("Measure the profilers on work whose truth is known, beside node --cpu-prof, 0x and flame.")
    .option("--with <nodes>", "on these: node, node@20, node@26 … (default: node)", collect(String))
    .option("--rounds <n>", "rounds of the fixed work, and visits of a busy process", parseWhole(1, 1000), 15)
    .option("--seed <n>", "seed of the order", parseWhole(0, 2 ** 32 - 1))
    .option("--peers <folder>", "where `npm install 0x @platformatic/flame` was done")
    .option("--minutes <n>", "begin nothing after so many minutes", parseWhole(1, 10_000))
    .option("--out <file>", "where the result goes", join(DATA, "bench/profile.json"))
    .exitOverride(({exitCode}) => process.exit(exitCode === 0 ? 0 : 2))
    .parse([...argv], {from: "user"})
    .opts<ProfileOptions>();
}
