import type {Command} from "commander";
import {openingOption, parsePid} from "./recording-options.js";

/** The options of `lab profile dump`. */
export interface DumpFlags {
  readonly locals?: true;
  readonly json?: true;
  /** Seconds. */
  readonly timeout: number;
}

/** Adds `lab profile dump`. */
export default function register(profile: Command): void {
  profile
    .command("dump")
    .summary("show what a running process is doing now")
    .description(
      "Prints the stack of the main thread and of each worker of a Node process that runs, also while it is in a " +
        "synchronous loop. Each thread is stopped for a moment, which is measured and shown."
    )
    .argument("<pid>", "id of the process", parsePid)
    .option("--locals", "with local variables; getters are not run")
    .addOption(openingOption())
    .option("--json", "print JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile dump 4321
  lab profile dump 4321 --locals
  lab profile dump 4321 --json | jq '.threads[0].frames[0]'

It reaches the process as \`lab profile attach\` does, and leaves it as that does. An idle thread has no stack: it waits
for events. A blocked one is inside a system call or native code (execSync, a busy addon).

Exit codes: 0 shown; 1 the process ended or did not answer; 2 something to put right.`
    )
    .action(async (pid: number, flags: DumpFlags) => {
      const {dumpCommand} = await import("./dump-action.js");
      process.exitCode = await dumpCommand(pid, flags);
    });
}
