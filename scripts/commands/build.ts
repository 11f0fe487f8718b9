import type {Command} from "commander";

/** Adds `lab build`. */
export default function register(program: Command): void {
  program
    .command("build")
    .summary("build the workbook into dist/")
    .description("Builds the workbook as static files, with reference results and, if there are any, your own.")
    .option("--out <folder>", "where to write", "dist")
    .action(async ({out}: {out: string}) => {
      const {buildSite} = await import("../site/build.js");
      await buildSite({out});
    });
}
