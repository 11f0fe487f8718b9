import type {Command} from "commander";
import {parseWhole} from "../../parse-options.js";
import {openingOption, parsePid} from "../recording-options.js";

/** The options of `lab profile heap snapshot`. */
export interface HeapSnapshotFlags {
  readonly out?: string;
  readonly force?: true;
  readonly anyway?: true;
  readonly top: number;
  /** Seconds. */
  readonly timeout: number;
  readonly json?: true;
}

/** Adds `lab profile heap snapshot`. */
export default function register(heap: Command): void {
  heap
    .command("snapshot")
    .summary("write down every object of a running process")
    .description(
      "Writes the heap of a Node process that runs, object by object with who keeps it, and counts the objects by " +
        "constructor. The process lives on, but does nothing else meanwhile, and takes much memory for it."
    )
    .argument("<pid>", "id of the process", parsePid)
    .option("-o, --out <file>", "where to write; its name must end in .heapsnapshot")
    .option("--force", "replace the file if it exists")
    .option("--anyway", "also where memory may not suffice, and the system may end the process for that")
    .option("--top <n>", "constructors in the summary", parseWhole(0, 1000), 10)
    .addOption(openingOption())
    .option("--json", "print the summary as JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile heap snapshot 4321
  lab profile heap snapshot 4321 -o before.heapsnapshot
  lab profile heap diff before.heapsnapshot after.heapsnapshot

What it costs: the process stands still until every object was visited and written, seconds for a small heap and
minutes for a large one; whoever watches its health may think it dead. Once begun it cannot be stopped. The file holds
every text that the process holds, passwords too: only you may read it. Workers have heaps of their own, which are not
in it. To see where objects are allocated, \`lab profile heap attach --live\` costs less.

It reaches the process as \`lab profile attach\` does, and leaves it as that does.

Exit codes: 0 written; 1 the process ended or did not answer; 2 something to put right.`
    )
    .action(async (pid: number, flags: HeapSnapshotFlags) => {
      const {heapSnapshotCommand} = await import("./snapshot-action.js");
      process.exitCode = await heapSnapshotCommand(pid, flags);
    });
}
