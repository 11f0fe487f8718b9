import {resolve} from "node:path";
import type {Command} from "commander";
import {enterProject} from "./enter-project.js";
import {outOption} from "./server-options.js";

/** Adds `lab build`. */
export default function register(program: Command): void {
  program
    .command("build")
    .summary("build the workbook into dist/")
    .description("Builds the workbook as static files, with reference results and, if there are any, your own.")
    .addOption(outOption("where to write; what an earlier build left there is replaced"))
    .action(async ({out}: {out: string}) => {
      const target = resolve(out);
      enterProject();
      const {buildSite} = await import("../site/build.js");
      await buildSite({out: target});
    });
}
