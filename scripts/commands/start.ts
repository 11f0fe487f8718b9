import type {Command} from "commander";
import {serverOptions} from "./server-options.js";

/** Adds `lab start`. */
export default function register(program: Command): void {
  serverOptions(program.command("start").summary("measure the core labs, then serve the workbook"))
    .description(
      "Measures what the claims of the core labs need, a minute or two in all, unless there are fresh results of this machine. " +
        "Then serves the workbook with them."
    )
    .action(async ({port, host}: {port: number; host: string}) => {
      const {startCommand} = await import("./start-action.js");
      process.exitCode = await startCommand({port, host});
    });
}
