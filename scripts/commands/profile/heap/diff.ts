import process from "node:process";
import type {Command} from "commander";
import {parseWhole} from "../../parse-options.js";

/** Flags of `lab profile heap diff`. */
export interface HeapDiffFlags {
  readonly filter?: string;
  readonly limit?: number;
  readonly sourceMaps: boolean;
  readonly json?: true;
}

/** Adds `lab profile heap diff`. */
export default function register(heap: Command): void {
  heap
    .command("diff")
    .summary("what grew from one recording or heap snapshot to another")
    .description(
      "Compares two recordings of allocations, function by function, or two heap snapshots, constructor by " +
        "constructor: in bytes, the greatest growth first."
    )
    .argument("<before>", "the recording or snapshot to compare with")
    .argument("<after>", "the one that is compared")
    .option("--filter <text>", "only functions or constructors whose name or place contains the text")
    .option("--limit <n>", "most rows; 30 on a terminal, all as JSON", parseWhole(1))
    .option("--no-source-maps", "places of the code that ran, not of its sources")
    .option("--json", "write JSON to standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile heap diff monday.heapprofile today.heapprofile
  lab profile heap diff before.heapsnapshot after.heapsnapshot --limit 10
  lab profile heap diff a.heapprofile b.heapprofile --filter node_modules --json

Two recordings with --live say where what stays was allocated; two snapshots say what it is. Recordings of different
length differ for that alone: \`lab profile diff\` compares shares, and draws them.

Exit codes: 0 compared; 2 something to put right.`
    )
    .action(async (before: string, after: string, flags: HeapDiffFlags) => {
      const {heapDiffCommand} = await import("./diff-action.js");
      await heapDiffCommand([before, after], flags, `${process.cwd()}/`);
    });
}
