import {type Command, Option} from "commander";

/** The options of `lab import` as commander hands them over. */
export interface ImportFlags {
  readonly from?: string;
  readonly out?: string;
  readonly json?: true;
}

const examples = `
Examples:
  $ lab import jmh-result.json                 the format is found from the content
  $ lab import bench.json.gz --from pyperf
  $ lab import target/criterion --out today.json
  $ lab report data/local/imported/bench.json  look at it again later
  $ lab compare before.json after.json         imported files and results of ours

Formats: jmh, pyperf (also .gz), hyperfine, google-benchmark, criterion (a folder), mitata, node-bench, go, warmup-stats,
github-action-benchmark, csv (a line for each sample: columns benchmark, unit, value, perhaps process, and parameters).
Names of hosts and users and paths are left behind.`;

/** Adds `lab import`. */
export default function register(program: Command): void {
  program
    .command("import")
    .summary("read what another benchmark tool has measured")
    .description(
      "Reads the result file of another benchmark tool, with its raw samples, its unit and what it says of the machine. " +
        "Keeps it in data/local/imported/, for lab report, lab compare and lab export."
    )
    .argument("<file>", "the file; of criterion the folder")
    .addOption(new Option("--from <format>", "read it as this format"))
    .option("--out <file>", "write it here instead of data/local/imported/")
    .option("--json", "write a summary as JSON to standard output")
    .addHelpText("after", examples)
    .action(async (file: string, flags: ImportFlags) => {
      const {importCommand} = await import("./import-action.js");
      await importCommand(file, flags);
    });
}
