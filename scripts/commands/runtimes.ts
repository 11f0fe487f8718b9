import type {Command} from "commander";

const examples = `
Examples:
  $ lab runtimes                       what this machine can measure on
  $ lab runtimes --json                the same for another program
  $ lab runtimes add node@26 bun       install from npm, into data/local/
  $ lab runtimes remove node@26        delete what was installed so
  $ lab run strings --with node@26,bun`;

const exitCodes = `
Exit codes: 0 done; 1 failed or interrupted, and nothing half is left; 2 something to put right.`;

/** Adds `lab runtimes`, with `add` and `remove`. */
export default function register(program: Command): void {
  const runtimes = program
    .command("runtimes")
    .summary("show the runtimes found here; add and remove some")
    .description(
      "Shows the runtimes that labs can be measured on: those of PATH, of version managers and those added here, and " +
        "how to get what is missing. Nothing is installed without being asked for."
    )
    .option("--json", "write JSON to standard output")
    .addHelpText("after", examples)
    .action(async (flags: {json?: true}) => {
      const {runtimesCommand} = await import("./runtimes-action.js");
      await runtimesCommand(flags.json === true);
    });
  runtimes
    .command("add")
    .description("Installs runtimes from npm into data/local/runtimes/, without running any script of theirs.")
    .argument("<runtime...>", "node, bun or deno, each perhaps with a version: node@26")
    .addHelpText("after", exitCodes)
    .action(async (specs: string[]) => {
      const {addCommand} = await import("./runtimes-action.js");
      process.exitCode = await addCommand(specs);
    });
  runtimes
    .command("remove")
    .description("Deletes runtimes that `lab runtimes add` installed; others are left alone.")
    .argument("<runtime...>", "as for add; without a version, all of the name")
    .addHelpText("after", exitCodes)
    .action(async (specs: string[]) => {
      const {removeCommand} = await import("./runtimes-action.js");
      await removeCommand(specs);
    });
}
