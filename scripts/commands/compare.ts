import type {Command} from "commander";
import type {FailOn} from "#lib/fail-on.js";
import {marginOption} from "./measuring-options.js";
import {parseFailOn} from "./parse-options.js";

/** The options of `lab compare` as commander hands them over. */
export interface CompareFlags {
  readonly margin: number;
  readonly failOn?: FailOn;
  readonly json?: true;
}

const examples = `
Examples:
  $ lab compare before.json after.json             two files, of ours or imported
  $ lab compare strings:node@20 strings:node@24    two runtimes of one lab, measured here
  $ lab compare strings                            all runtimes that it was measured with
  $ lab compare reference local                    the results that come with the project, and yours
  $ lab compare all.json:2026-11-01 all.json:2026-11-20
  $ lab compare main.json branch.json --fail-on slower:5%

A side is a file, a lab, 'local', 'reference' or the name of a machine in data/reference; then, after a colon,
a runtime with or without its version, or a day. Ratios are time of the side ÷ time of the first side.

Exit codes: 0 compared; 1 something is beyond --fail-on with its whole interval; 2 something to put right.`;

/** Adds `lab compare`. */
export default function register(program: Command): void {
  program
    .command("compare")
    .summary("compare files, machines, runtimes or days")
    .description(
      "Says what differs between the environments of two or more results, which verdicts changed, and how many times as " +
        "long each thing takes, with an interval. Values are paired where blocks had the same data on both sides."
    )
    .argument("<side...>", "the first one is what the others are compared with")
    .addOption(marginOption())
    .option("--fail-on <verdict:percent>", "exit 1 if anything is slower (or faster) by more than this", parseFailOn)
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (sides: string[], flags: CompareFlags) => {
      const {compareCommand} = await import("./compare-action.js");
      process.exitCode = await compareCommand(sides, flags);
    });
}
