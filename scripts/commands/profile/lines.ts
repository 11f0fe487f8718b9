import type {Command} from "commander";
import {parseWhole} from "../parse-options.js";
import {parseInterval} from "./recording-options.js";

/** Flags of `lab profile lines`. */
export interface LinesFlags {
  readonly function?: string;
  readonly exactLines?: true;
  /** Seconds. */
  readonly interval: number;
  readonly top: number;
  readonly full?: true;
  readonly output: boolean;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
}

/** Adds `lab profile lines`. */
export default function register(profile: Command): void {
  profile
    .command("lines")
    .summary("hits and time of each line of a function")
    .description(
      "Runs a command twice: once to sample where its time goes, once to count how often each line runs. The two are " +
        "joined into listings of the functions with most time, or of those that you name."
    )
    .usage("[options] -- <command...>")
    .argument("<command...>", "what to run, after --: node app.js, npx tsc …")
    .passThroughOptions()
    .option("--function <name>", "this function: NAME, or NAME@PART-OF-ITS-PLACE")
    .option("--exact-lines", "sample without inlining: each line is charged for its own, in a program that is slower")
    .option(
      "--interval <time>",
      "ask V8 for a sample this often (default: 0.2ms)",
      parseInterval,
      parseInterval("0.2ms")
    )
    .option("--top <n>", "most functions", parseWhole(1, 1000), 3)
    .option("--full", "every line of long functions, not only those near to a sample")
    .option("--no-output", "leave out the standard output of the program, in both runs")
    .option("-o, --out <file>", "write the listings to a file, .txt or .json")
    .option("--force", "replace the file if it exists")
    .option("--json", "print the listings as JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile lines -- node app.js                          the functions with most time
  lab profile lines --function parse -- node app.js         one that you have in mind
  lab profile lines --function parse@json.js -- node app.js the one whose place contains "json.js"
  lab profile lines --exact-lines -- node app.js            where the listing has marks on lines
  lab profile lines -o lines.txt --no-output -- node app.js

The program runs twice, with all that it does to files and to others, and must do the same both times; what is read
from a pipe is read by both. Its output comes twice, and the listing goes to standard error.

Hits are exact: how often the code of the line began. A loop is entered once and goes round on the lines in it. Time is
sampled, so a line of few samples is an anecdote, as its ± says. Time in a function that is called belongs to that
function, not to the line of the call. Node 24 and 26 may charge part of what the body of a loop does to its head.

V8 may put a small function into its caller. Node 26 still charges its lines to it; 20, 22 and 24 charge them to the
caller, with the number that the line has in its own file. Such samples are put back where only one line of the program
can have made them; what stays uncertain is marked. With --exact-lines nothing is inlined, so nothing is uncertain, but
small functions then cost a call each, and look dearer than they are in the program as you run it.

TypeScript that Node strips itself is told in its own lines; what tsx compiled has hits, and no time by line, for tsx
puts many lines on one.

Ctrl-C ends the program and keeps what was sampled. The second run then is ended after as long a time, and no time per
hit is shown, since the two runs did different amounts of work.

Exit codes: that of the program; 1 if nothing was recorded; 2 if the command could not be run, or if it has no such
function.`
    )
    .action(async (words: string[], flags: LinesFlags) => {
      const {profileLines} = await import("./lines-action.js");
      process.exitCode = await profileLines(words, flags);
    });
}
