import type {Command} from "commander";
import {type HeapFlags, heapFacts, heapOptions} from "./heap-options.js";

/** The options of `lab profile heap run`. */
export interface HeapRunFlags extends HeapFlags {
  readonly inlining: boolean;
}

/** Adds `lab profile heap run`. */
export default function register(heap: Command): void {
  const command = heap
    .command("run")
    .summary("what a program allocates, from its beginning to its end")
    .description(
      "Runs a command and samples what every Node process and worker that it starts allocates on its JavaScript heap, " +
        "by function. What became garbage is counted too, unless --live says otherwise."
    )
    .usage("[options] -- <command...>")
    .argument("<command...>", "what to run, after --: node app.js, npm start, npx tsc …")
    .passThroughOptions()
    .option("--no-inlining", "let V8 inline nothing: each function is charged for its own, and the program is slower");
  heapOptions(command, "32KiB")
    .addHelpText(
      "after",
      `
Examples:
  lab profile heap run -- node app.js                  a .heapprofile in this folder
  lab profile heap run -o app.svg -- node app.js       a flame graph of bytes
  lab profile heap run --live -- node app.js           what is still reachable when the program ends
  lab profile heap run --tree --no-inlining -- node app.js
  lab profile heap run --json -- node app.js > summary.json

One file holds all threads: where there are several, each is below a frame that names it.
${heapFacts.trim()}
V8 keeps a note of each sample to the end: a program that allocates for hours needs a longer --interval.

It starts the program as \`lab profile run\` does, and what is said there of signals, exit codes and children holds here.

Exit codes: that of the program, or 128 and the number of the signal that ended it; 1 if nothing was recorded;
2 if the command could not be run.`
    )
    .action(async (words: string[], flags: HeapRunFlags) => {
      const {heapRunCommand} = await import("./run-action.js");
      process.exitCode = await heapRunCommand(words, flags);
    });
}
