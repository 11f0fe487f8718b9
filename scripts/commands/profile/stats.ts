import process from "node:process";
import {type Command, Option} from "commander";
import type {SortKey} from "../../profile/report/stats.js";
import {parseWhole} from "../parse-options.js";

/** Flags of `lab profile stats`. */
export interface StatsFlags {
  readonly sort: SortKey;
  readonly filter?: string;
  readonly function?: string;
  readonly limit?: number;
  readonly idle?: true;
  readonly sourceMaps: boolean;
  readonly from?: string;
  readonly json?: true;
}

const examples = `
Examples:
  $ lab profile stats app.cpuprofile                        functions by their own time
  $ lab profile stats app.cpuprofile --sort total           functions by time with all that they call
  $ lab profile stats app.cpuprofile --function parse       who calls parse, and what it calls
  $ lab profile stats app.cpuprofile --function parse@json  the one whose place contains "json"
  $ lab profile stats worker-*.cpuprofile                   several files, summed
  $ lab profile stats app.heapprofile --filter node_modules bytes that packages allocated
  $ lab profile stats app.cpuprofile --json | jq '.functions[0]'`;

/** Adds `lab profile stats`. */
export default function register(profile: Command): void {
  profile
    .command("stats")
    .summary("table of functions by self and total weight")
    .description(
      "Shows what a profile says of each function: time, bytes or samples in the function itself and with all that it " +
        "called. Reads .cpuprofile, .heapprofile, folded stacks, speedscope's JSON and pprof, compressed or not."
    )
    .argument("<file...>", "profiles; several are summed")
    .addOption(new Option("--sort <key>", "order").choices(["self", "total", "samples", "name"]).default("self"))
    .option("--filter <text>", "only functions whose name or place contains the text")
    .option("--function <name>", "callers and callees of a function: NAME, or NAME@PART-OF-ITS-PLACE")
    .option("--limit <n>", "most rows; 30 on a terminal, all as JSON", parseWhole(1))
    .option("--idle", "count the time in which the thread waited for something to do")
    .option("--no-source-maps", "places of the code that ran, not of its sources")
    .option("--from <format>", "read the files as this format, whatever they look like")
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (files: string[], flags: StatsFlags) => {
      const {statsCommand} = await import("../../profile/report/stats-command.js");
      await statsCommand(files, flags, `${process.cwd()}/`);
    });
}
