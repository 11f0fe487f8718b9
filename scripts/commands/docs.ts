import type {Command} from "commander";
import {enterProject} from "./enter-project.js";
import {serverOptions} from "./server-options.js";

/** Adds `lab docs`. */
export default function register(program: Command): void {
  serverOptions(program.command("docs").summary("serve the workbook without measuring"))
    .description("Serves the workbook with the results that are there. Open pages update when `lab run` has written.")
    .action(async ({port, host}: {port: number; host: string}) => {
      enterProject();
      const {preview} = await import("../site/preview.js");
      await preview({port, host});
    });
}
