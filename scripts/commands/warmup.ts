import {type Command, InvalidArgumentError} from "commander";
import {TIERS, type Tier} from "#lib/warmup/warmup.js";
import {timeoutOption} from "./measuring-options.js";
import {collect, parseDuration, parseWhole} from "./parse-options.js";

/** The options of `lab warmup` as commander hands them over. */
export interface WarmupFlags {
  readonly variant?: string[];
  readonly size?: number[];
  readonly with?: string[];
  readonly tiers?: (Tier | "all")[];
  readonly processes: number;
  readonly calls?: number;
  readonly seconds?: number;
  readonly each?: true;
  readonly seed?: number;
  readonly timeout: number;
  readonly json?: true;
  readonly out?: string;
}

const examples = `
Examples:
  $ lab warmup baseline                    the baseline, on the Node.js that runs this
  $ lab warmup strings --variant join --size 1000 --with node@20,node@26,bun,python,java
  $ lab warmup baseline --tiers all        V8's interpreter alone, with Sparkplug, with Maglev, with TurboFan
  $ lab warmup baseline --with java --tiers default,interpreter,c1,c2
  $ lab warmup baseline --calls 2000 --each --out mine.json && lab export mine.json --to warmup-stats

Each of the first 256 calls is timed alone; from then on a point holds ever more of them, 128 points for each doubling.
Calls that are short beside the clock's step are timed together after the sixteenth; --each times every call alone.

Exit codes: 0 measured; 1 something failed or was interrupted; 2 something to put right.`;

/** Adds `lab warmup`. */
export default function register(program: Command): void {
  program
    .command("warmup")
    .summary("time the calls of a variant from the first one on")
    .description(
      "Times a variant from its first call on, in several fresh processes, and says of each whether it is flat, warms up, " +
        "slows down or never settles. Curves are kept in data/local/warmup/."
    )
    .argument("<lab...>", "names of labs, or paths of files that hold a lab")
    .option("--variant <name...>", "these variants; the baseline, if left out", collect(String))
    .option("--size <n...>", "at these sizes; the middle one of each variant, if left out", collect(parseWhole(1)))
    .option("--with <runtimes>", "on these runtimes: names, perhaps with a version, or 'all'", collect(String))
    .option("--tiers <names>", `compilers of a runtime: ${TIERS.join(", ")}, or 'all'`, collect(parseTier))
    .option("--processes <n>", "fresh processes for each", parseWhole(1, 1000), 8)
    .option("--calls <n>", "end a process after so many calls", parseWhole(1))
    .option("--seconds <time>", "end a process after this time; 1 s unless --calls is given", parseDuration)
    .option("--each", "time every call alone, at most 100,000 of them")
    .option("--seed <n>", "makes the data and the order of processes", parseWhole(0))
    .addOption(timeoutOption())
    .option("--json", "write JSON to standard output")
    .option("--out <place>", "keep it in this .json file (one lab only), or in this folder, a file for each lab")
    .addHelpText("after", examples)
    .action(async (labs: string[], flags: WarmupFlags) => {
      const {warmupCommand} = await import("./warmup-action.js");
      process.exitCode = await warmupCommand(labs, flags);
    });
}

function parseTier(text: string): Tier | "all" {
  if (text === "all" || (TIERS as readonly string[]).includes(text)) return text as Tier | "all";
  throw new InvalidArgumentError(`must be one of ${TIERS.join(", ")}, all, got ${text}`);
}
