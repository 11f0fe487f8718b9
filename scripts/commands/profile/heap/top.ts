import {type Command, Option} from "commander";
import {parseDuration, parseWhole} from "../../parse-options.js";
import {typedDefault} from "../../typed-default.js";
import {openingOption, parsePid} from "../recording-options.js";
import {parseSlice} from "../top.js";
import {intervalOption} from "./heap-options.js";

/** The options of `lab profile heap top`. Times are seconds. */
export interface HeapTopFlags {
  readonly every: number;
  /** Bytes. */
  readonly interval: number;
  readonly duration?: number;
  readonly sort: "self" | "total" | "sum";
  readonly rows: number;
  readonly timeout: number;
  readonly json?: true;
}

/** Adds `lab profile heap top`. */
export default function register(heap: Command): void {
  heap
    .command("top")
    .summary("watch what a running process allocates")
    .description(
      "Shows what the functions of a Node process allocate, slice by slice, garbage included, with its workers, and " +
        "how large its heap is. Where standard output is no terminal, each slice is written below the last one."
    )
    .argument("<pid>", "id of the process", parsePid)
    .addOption(
      typedDefault(
        "--every <time>",
        "length of a slice, from 1s: each costs the process a collection",
        parseSlice,
        "2s"
      )
    )
    .addOption(intervalOption("128KiB"))
    .option("--duration <time>", "stop after this time (default: at q or Ctrl-C)", parseDuration)
    .addOption(
      new Option("--sort <column>", "what the table is sorted by").choices(["self", "total", "sum"]).default("self")
    )
    .option("--rows <n>", "rows of each slice, where standard output is no terminal", parseWhole(1, 1000), 10)
    .addOption(openingOption())
    .option("--json", "print each slice as a line of JSON")
    .addHelpText(
      "after",
      `
Keys: s self, t total, i sum (since the beginning), p pause (sampling goes on), q quit.

Self and total are bytes in a second of the last slice. A character of the trend is a slice, from blank (nothing) to @
(the most that a function of the table allocated). At the end of each slice V8 collects all garbage of the process; how
long its main thread stood still for that is shown. So the live heap is what is reachable: if it grows and grows,
\`lab profile heap attach --live\` says where.

Examples:
  lab profile heap top 4321
  lab profile heap top 4321 --every 10s               a large heap, disturbed less
  lab profile heap top 4321 --duration 1m --json > slices.jsonl

It reaches the process as \`lab profile attach\` does, and leaves it as that does.

Exit codes: 0 shown; 1 the process ended early or did not answer; 2 something to put right.`
    )
    .action(async (pid: number, flags: HeapTopFlags) => {
      const {heapTopCommand} = await import("./top-action.js");
      process.exitCode = await heapTopCommand(pid, flags);
    });
}
