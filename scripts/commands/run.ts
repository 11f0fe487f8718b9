import {type Command, Option} from "commander";
import type {Shard} from "../measure/plan.js";
import {marginOption, timeoutOption} from "./measuring-options.js";
import {collect, parseDuration, parseShard, parseWhole} from "./parse-options.js";

/** The options of `lab run` as commander hands them over. */
export interface RunFlags {
  readonly quick?: true;
  readonly precise?: true;
  readonly variant?: string[];
  readonly size?: number[];
  readonly seed?: number;
  readonly shard?: Shard;
  readonly budget?: number;
  readonly margin: number;
  readonly with?: string[];
  readonly runtime?: string;
  readonly explain?: true;
  readonly timeout: number;
  readonly json?: true;
  readonly out?: string;
}

/** Adds `lab run`. */
export default function register(program: Command): void {
  program
    .command("run")
    .summary("measure labs on this machine")
    .description(
      "Measures labs on this machine: each variant in fresh processes, in blocks of random order, beside a reference chain. " +
        "Shows verdicts at the end and keeps the result in data/local/."
    )
    .argument("[lab...]", "names of labs, 'all', or paths of TypeScript or JavaScript files that hold a lab", ["all"])
    .addOption(
      new Option("--quick", "only what the claims need, in about a quarter of a minute a lab and runtime").conflicts(
        "precise"
      )
    )
    .addOption(
      new Option(
        "--precise",
        "more blocks, for what the claims name first; four minutes a lab and runtime, or a little more"
      )
    )
    .option("--variant <name...>", "only these variants, and their baselines", collect(String))
    .option("--size <n...>", "only these sizes", collect(parseWhole(1)))
    .option(
      "--seed <n>",
      "seed of the data and of the order (default: random, and recorded)",
      parseWhole(0, 2 ** 32 - 1)
    )
    .option(
      "--budget <time>",
      "stop after this time for each lab and runtime, such as 30s; keeps what was measured",
      parseDuration
    )
    .addOption(marginOption())
    .option(
      "--with <runtimes>",
      "measure on these runtimes, block by block in turn: names, perhaps with a version, or 'all'",
      collect(String)
    )
    .addOption(
      new Option(
        "--runtime <path>",
        "measure on the runtime at this path instead of the Node.js that runs this"
      ).conflicts("with")
    )
    .option("--shard <i/n>", "measure only this of n parts, with --seed; lab merge joins them", parseShard)
    .option("--explain", "then ask each runtime what it did with each variant, and keep that with the result")
    .addOption(timeoutOption())
    .option("--json", "print the report as JSON on standard output")
    .option("--out <file>", "write the result here instead of data/local/ (one lab only)")
    .addHelpText(
      "after",
      `
Examples:
  lab run                        every core lab
  lab run strings --quick        one lab, only what its claims need
  lab run strings --variant join --size 10000 --precise
  lab run ./my-lab.ts            any file whose default export has the form of a lab
  lab run strings --with node@20,node@26,bun,python
                                 the same lab elsewhere: \`lab runtimes\` shows what is found
  lab run all --runtime ~/node-26/bin/node --json > report.json

Exit codes: 0 measured; 1 a measurement failed or was interrupted; 2 something to put right.`
    )
    .action(async (labs: string[], flags: RunFlags) => {
      const {runCommand} = await import("./run-action.js");
      process.exitCode = await runCommand(labs, flags);
    });
}
