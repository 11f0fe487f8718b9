import type {Command} from "commander";

const examples = `
Examples:
  $ lab run strings --shard 1/2 --seed 7 --out part-1.json     on one machine
  $ lab run strings --shard 2/2 --seed 7 --out part-2.json     on another of the same kind
  $ lab merge part-1.json part-2.json --out strings.json`;

/** Adds `lab merge`. */
export default function register(program: Command): void {
  program
    .command("merge")
    .summary("join the parts of a run that was split by --shard")
    .description(
      "Joins results of one lab that lab run --shard has measured apart. Refuses parts of different plans, code or " +
        "machines, parts that are there twice, and a whole of which a part is missing."
    )
    .argument("<file...>", "the parts, in any order")
    .requiredOption("--out <file>", "where the whole goes")
    .addHelpText("after", examples)
    .action(async (files: string[], {out}: {out: string}) => {
      const {mergeCommand} = await import("./merge-action.js");
      await mergeCommand(files, out);
    });
}
