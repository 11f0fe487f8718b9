import process from "node:process";
import {type Command, Option} from "commander";
import {parseDuration} from "../parse-options.js";

/** Flags of `lab profile convert`. */
export interface ConvertFlags {
  readonly from?: string;
  readonly to?: string;
  /** Seconds. */
  readonly interval?: number;
  readonly weights?: true;
  readonly idle?: true;
  readonly sourceMaps?: true;
  readonly root: "top" | "bottom";
  readonly force?: true;
  readonly json?: true;
}

const examples = `
Examples:
  $ lab profile convert app.cpuprofile app.svg              a flame graph that needs no viewer
  $ lab profile convert app.cpuprofile app.html             with a table of all functions, in one file
  $ lab profile convert app.cpuprofile app.pb.gz            for go tool pprof
  $ lab profile convert app.cpuprofile app.speedscope.json  for Speedscope
  $ lab profile convert app.heapprofile app.folded          one line a stack
  $ lab profile convert py-spy.txt app.cpuprofile --interval 10ms`;

/** Adds `lab profile convert`. */
export default function register(profile: Command): void {
  profile
    .command("convert")
    .summary("write a profile in another format")
    .description(
      "Reads .cpuprofile, .heapprofile, folded stacks, speedscope's JSON and pprof (what a file is says its content); " +
        "writes .cpuprofile, .heapprofile, .folded, .speedscope.json, .pb.gz (pprof), .svg and .html (by the ending)."
    )
    .argument("<from>", "the profile")
    .argument("<to>", "the file to write")
    .option("--from <format>", "read the file as this format, whatever it looks like")
    .option("--to <format>", "write this format, whatever the ending says")
    .option("--interval <time>", "how long a sample stands for, where a profile counts samples only", parseDuration)
    .option("--weights", "folded stacks with microseconds in place of samples")
    .option("--source-maps", "places of the sources, where source maps are found")
    .option("--idle", "draw the time in which the thread waited for something to do")
    .addOption(new Option("--root <side>", "where stacks begin in a picture").choices(["top", "bottom"]).default("top"))
    .option("--force", "replace the file")
    .option("--json", "say what was written as JSON on standard output")
    .addHelpText("after", examples)
    .action(async (from: string, to: string, flags: ConvertFlags) => {
      const {convertCommand} = await import("../../profile/report/convert-command.js");
      await convertCommand(from, to, flags, `${process.cwd()}/`);
    });
}
