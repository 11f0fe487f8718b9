import type {Command} from "commander";

const examples = `
Examples:
  $ lab list                                 labs, variants, sizes, results
  $ lab list --json | jq -r '.labs[].name'   names alone`;

/** Adds `lab list`. */
export default function register(program: Command): void {
  program
    .command("list")
    .summary("show what can be measured, and what has been")
    .description(
      "Shows the labs with their variants and sizes, and whether results exist: yours, and those that come with the " +
        "project. A result is stale if the lab's code has changed since."
    )
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (flags: {json?: true}) => {
      const {listCommand} = await import("./list-action.js");
      process.exitCode = await listCommand(flags.json === true);
    });
}
