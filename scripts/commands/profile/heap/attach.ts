import type {Command} from "commander";
import {parseDuration} from "../../parse-options.js";
import {typedDefault} from "../../typed-default.js";
import {openingOption, parsePid} from "../recording-options.js";
import {type HeapFlags, heapFacts, heapOptions} from "./heap-options.js";

/** The options of `lab profile heap attach`. Times are seconds. */
export interface HeapAttachFlags extends HeapFlags {
  readonly duration: number;
  readonly timeout: number;
}

/** Adds `lab profile heap attach`. */
export default function register(heap: Command): void {
  const command = heap
    .command("attach")
    .summary("what a running process allocates, without restarting it")
    .description(
      "Samples what a Node process that runs already allocates on its JavaScript heap, with its workers, by function. " +
        "What was allocated before is not seen. Without a process id: lists what can be sampled."
    )
    .argument("[pid]", "id of the process; without it, your Node processes are listed", parsePid)
    .addOption(
      typedDefault(
        "--duration <time>",
        "how long to sample; Ctrl-C ends it earlier and loses nothing",
        parseDuration,
        "30s"
      )
    )
    .addOption(openingOption());
  heapOptions(command, "128KiB")
    .addHelpText(
      "after",
      `
Examples:
  lab profile heap attach 4321                             30 s, into a .heapprofile in this folder
  lab profile heap attach 4321 --duration 10s -o heap.svg
  lab profile heap attach 4321 --live --duration 5m        what was allocated in 5 minutes and is still there: a leak?
${heapFacts}
The process stands still for that: once at the end, and once a minute.

It reaches the process as \`lab profile attach\` does, and leaves it as that does.

Exit codes: 0 sampled; 1 the process ended early or did not answer; 2 something to put right.`
    )
    .action(async (pid: number | undefined, flags: HeapAttachFlags) => {
      const {heapAttachCommand} = await import("./attach-action.js");
      process.exitCode = await heapAttachCommand(pid, flags);
    });
}
