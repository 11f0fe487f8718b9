import type {Command} from "commander";

/** The options of `lab export` as commander hands them over. */
export interface ExportFlags {
  readonly to: string;
  readonly out?: string;
  readonly reference?: true;
}

const examples = `
Examples:
  $ lab export strings --to jmh > strings.json            for JMH's viewers
  $ lab export --to go > new.txt && benchstat old.txt new.txt
  $ lab export --to pyperf --out ours.json                all that was measured here
  $ lab export --reference --to csv > samples.csv         a line for each sample
  $ lab export data/local/imported/bench.json --to hyperfine
  $ lab export data/local/warmup/strings.json --to warmup-stats

Formats: jmh, pyperf, hyperfine, go, google-benchmark (if there is processor time), warmup-stats,
github-action-benchmark, csv. What a format cannot hold is said on standard error.`;

/** Adds `lab export`. */
export default function register(program: Command): void {
  program
    .command("export")
    .summary("write results as another benchmark tool would")
    .description(
      "Writes stored results, or imported ones, in the format of another benchmark tool: a fork as its process, a batch as " +
        "its sample. Writes to standard output unless a file is named."
    )
    .argument("[what...]", "files, or labs that were measured here; all of your own results, if left out")
    .requiredOption("--to <format>", "the format to write")
    .option("--reference", "the results that come with the project")
    .option("--out <file>", "write here instead of standard output")
    .addHelpText("after", examples)
    .action(async (what: string[], flags: ExportFlags) => {
      const {exportCommand} = await import("./export-action.js");
      await exportCommand(what, flags);
    });
}
