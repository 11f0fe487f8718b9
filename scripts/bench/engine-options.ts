import {join} from "node:path";
import process from "node:process";
import {Command} from "commander";
import {parseWhole} from "../commands/parse-options.js";
import {DATA} from "../store.js";
import type {Counts} from "./jobs.js";

/** What the reader asked the bench for. */
export interface EngineOptions extends Counts {
  readonly seed?: number;
  /** The file to be written. */
  readonly out: string;
  /** No measurement is begun after so many. */
  readonly minutes?: number;
}

/** Reads the command line; ends the process with 2 if it cannot be understood. */
export function readOptions(argv: readonly string[]): EngineOptions {
  const most = 10_000;
  return new Command("bench:engine")
    .description("Measure the engine beside mitata, tinybench and bench-node, on work whose truth is known.")
    .option("--pairs <n>", "identical pairs for our engine", parseWhole(0, most), 100)
    .option("--power <n>", "pairs of each known difference for our engine", parseWhole(0, most), 50)
    .option("--peers <n>", "pairs of each kind for every other tool", parseWhole(0, most), 16)
    .option("--alloc <n>", "allocating pairs of each kind for our engine", parseWhole(0, most), 20)
    .option("--seed <n>", "seed of the order and of the data", parseWhole(0, 2 ** 32))
    .option("--out <file>", "where the result goes", join(DATA, "bench/engine.json"))
    .option("--minutes <n>", "begin nothing after so many minutes", parseWhole(1, most))
    .exitOverride(({exitCode}) => process.exit(exitCode === 0 ? 0 : 2))
    .parse([...argv], {from: "user"})
    .opts<EngineOptions>();
}
