import {type Command, Option} from "commander";
import {timeoutOption} from "../measuring-options.js";
import {collect, parseWhole} from "../parse-options.js";

/** The options of `lab profile alloc`. */
export interface AllocFlags {
  readonly variant?: string[];
  readonly size?: number[];
  readonly with?: string[];
  readonly runtime?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly json?: true;
}

/** Adds `lab profile alloc`. */
export default function register(profile: Command): void {
  profile
    .command("alloc")
    .summary("count the bytes that a lab's variants allocate")
    .description(
      "Counts what each variant of a lab allocates per iteration, exactly and with the garbage: on V8's heap, and outside " +
        "of it in ArrayBuffers. Each variant and size has a fresh process, and nothing is timed in it."
    )
    .argument("<lab>", "name of a lab, or path of a file that holds one")
    .option("--variant <name...>", "only these variants, and their baselines", collect(String))
    .option("--size <n...>", "only these sizes", collect(parseWhole(1)))
    .option("--with <runtimes>", "on these Nodes: node@20, node@26 …", collect(String))
    .addOption(
      new Option("--runtime <path>", "on the Node at this path instead of the one that runs this").conflicts("with")
    )
    .addOption(timeoutOption())
    .option("--json", "print what was counted as JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile alloc strings
  lab profile alloc strings --variant join --size 10000 --with node@20,node@26
  lab profile alloc ./my-lab.ts --json

How: the growth of the used heap, and all that collections freed meanwhile as V8 tells it (v8.GCProfiler), after the
compiler is done; n and 2n iterations are counted, and the difference is without the counting itself. The lab is
compiled as for \`lab run\`, and called the same way. What a compiler can avoid to allocate is not counted: less than
the source suggests is no error. What V8 does besides disturbs some rounds, so the figure is the middle of those that
lie closest together; Rounds shows all but the lowest and the highest. To see which line allocates, use \`lab profile heap run\`.

Exit codes: 0 counted; 1 a count failed or was interrupted; 2 something to put right.`
    )
    .action(async (lab: string, flags: AllocFlags) => {
      const {allocCommand} = await import("./alloc-action.js");
      process.exitCode = await allocCommand(lab, flags);
    });
}
