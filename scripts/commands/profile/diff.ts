import process from "node:process";
import {type Command, Option} from "commander";
import {parseWhole} from "../parse-options.js";

/** Flags of `lab profile diff`. */
export interface DiffFlags {
  readonly filter?: string;
  readonly limit?: number;
  readonly idle?: true;
  readonly sourceMaps: boolean;
  readonly from?: string;
  readonly out?: string;
  readonly root: "top" | "bottom";
  readonly force?: true;
  readonly json?: true;
}

const examples = `
Examples:
  $ lab profile diff before.cpuprofile after.cpuprofile               functions that grew, shrank, came or went
  $ lab profile diff before.cpuprofile after.cpuprofile -o diff.svg   and a picture of both
  $ lab profile diff monday.heapprofile today.heapprofile --json`;

/** Adds `lab profile diff`. */
export default function register(profile: Command): void {
  profile
    .command("diff")
    .summary("what changed from one profile to another")
    .description(
      "Compares two profiles of the same unit, each as shares of its own whole, so that they need not be of the same " +
        "length. Says of each difference whether the samples can tell it from chance."
    )
    .argument("<before>", "the profile to compare with")
    .argument("<after>", "the profile that is compared")
    .option("--filter <text>", "only functions whose name or place contains the text")
    .option("--limit <n>", "most rows; 30 on a terminal, all as JSON", parseWhole(1))
    .option("--idle", "count the time in which the thread waited for something to do")
    .option("--no-source-maps", "places of the code that ran, not of its sources")
    .option("--from <format>", "read the files as this format, whatever they look like")
    .option("-o, --out <file>", "draw both as one flame graph: .svg or .html")
    .addOption(
      new Option("--root <side>", "where stacks begin in the picture").choices(["top", "bottom"]).default("top")
    )
    .option("--force", "replace the file of --out")
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (before: string, after: string, flags: DiffFlags) => {
      const {diffCommand} = await import("../../profile/report/diff-command.js");
      await diffCommand([before, after], flags, `${process.cwd()}/`);
    });
}
