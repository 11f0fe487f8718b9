import type {Command} from "commander";
import {parseWhole} from "../parse-options.js";

/** Flags of `lab profile view`. */
export interface ViewFlags {
  readonly port?: number;
  readonly open?: true;
  readonly json?: true;
}

const examples = `
Examples:
  $ lab profile view app.cpuprofile           the address to open
  $ lab profile view app.cpuprofile --open    and opens it
  $ lab profile view recording.jfr            a recording of Java's Flight Recorder`;

/** Adds `lab profile view`. */
export default function register(profile: Command): void {
  profile
    .command("view")
    .summary("open a profile in Speedscope, offline")
    .description(
      "Serves the Speedscope that comes with this project, and the profile, to this machine only: order of time, left " +
        "heavy, sandwich. Opens .cpuprofile, .heapprofile, folded stacks, speedscope's JSON, py-spy's files, pprof and JFR."
    )
    .argument("<file>", "the profile")
    .option("--port <n>", "port to listen on; the next free one if it is taken; any, if left out", parseWhole(1, 65535))
    .option("--open", "open the address in the browser")
    .option("--json", "print the address as JSON on standard output")
    .addHelpText("after", examples)
    .action(async (file: string, flags: ViewFlags) => {
      const {viewCommand} = await import("../../profile/view/view-command.js");
      await viewCommand(file, flags);
    });
}
