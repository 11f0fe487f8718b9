import type {Command} from "commander";
import {timeoutOption} from "./measuring-options.js";
import {collect, parseWhole} from "./parse-options.js";

/** The options of `lab explain` as commander hands them over. */
export interface ExplainFlags {
  readonly variant?: string[];
  readonly size?: number[];
  readonly with?: string[];
  readonly timeout: number;
  readonly json?: true;
  readonly out?: string;
}

const examples = `
Examples:
  lab explain shapes                      every variant, at the sizes that its claims need
  lab explain shapes --variant one-shape five-shapes deleted-last
  lab explain strings --with node@20,node@26,python,java
                                          what several runtimes say, beside each other
  lab explain all --with node@20,node@24 --out data/evidence

Evidence: deoptimisations, inline caches, hidden classes, elements kinds, tiers, bytes and collections from V8; compiled
and inlined methods and bytes from HotSpot; specialised bytecode and memory from CPython. Nothing is timed.

Exit codes: 0 gathered; 1 something failed or was interrupted; 2 something to put right.`;

/** Adds `lab explain`. */
export default function register(program: Command): void {
  program
    .command("explain")
    .summary("show what runtimes report of a lab: evidence for why")
    .description(
      "Asks runtimes what they did with each variant, in processes of its own that are never timed. What was gathered " +
        "of whole labs is kept in data/local/evidence/."
    )
    .argument("<lab...>", "names of labs, 'all', or paths of files that hold a lab")
    .option("--variant <name...>", "only these variants; nothing is kept then", collect(String))
    .option("--size <n...>", "only these sizes; nothing is kept then", collect(parseWhole(1)))
    .option("--with <runtimes>", "ask these runtimes: names, perhaps with a version, or 'all'", collect(String))
    .addOption(timeoutOption())
    .option("--json", "write JSON to standard output")
    .option("--out <place>", "keep it in this .json file (one lab only), or in this folder, a file for each lab")
    .addHelpText("after", examples)
    .action(async (labs: string[], flags: ExplainFlags) => {
      const {explainCommand} = await import("./explain-action.js");
      process.exitCode = await explainCommand(labs, flags);
    });
}
