import type {Command} from "commander";
import {outOption, serverOptions} from "./server-options.js";

/** Adds `lab serve`. */
export default function register(program: Command): void {
  serverOptions(program.command("serve").summary("serve dist/ as built"))
    .description("Serves the built workbook, with the headers that give pages a fine clock.")
    .addOption(outOption("the folder that was built"))
    .action(async ({port, host, out}: {port: number; host: string; out: string}) => {
      const {serveSite} = await import("../site/serve.js");
      await serveSite({port, host, out});
    });
}
