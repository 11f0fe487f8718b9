import type {Command} from "commander";
import {parseWhole} from "../parse-options.js";

/** The options of `lab profile deopt`. */
export interface DeoptFlags {
  readonly ic: boolean;
  readonly all?: true;
  readonly top: number;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
}

/** Adds `lab profile deopt`. */
export default function register(profile: Command): void {
  profile
    .command("deopt")
    .summary("where V8 gives optimised code up, and why")
    .description(
      "Runs a command and shows where V8 gave optimised code up, for which reason, and which property accesses have seen " +
        "several shapes of objects, in every Node process and worker that it starts."
    )
    .usage("[options] -- <command...>")
    .argument("<command...>", "what to run, after --: node app.js, npm start, npx tsc …")
    .passThroughOptions()
    .option("--no-ic", "no inline caches: a smaller log for a program that runs for hours")
    .option("--all", "also what is harmless, what is in Node's own code, and caches of functions that hardly ran")
    .option("--top <n>", "rows of each table", parseWhole(1, 10_000), 15)
    .option("-o, --out <file>", "keep the report as JSON; the name must end in .json")
    .option("--force", "replace the file if it exists")
    .option("--json", "print the report as JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile deopt -- node app.js
  lab profile deopt --all --top 50 -- npm test
  lab profile deopt --no-ic -o deopt.json -- node server.js     Ctrl-C ends the server and shows the report

V8 compiles a function for the kinds of values that it has seen there, and gives that code up when another kind comes.
Each place once or twice is how a program warms up; the same place again and again costs. An inline cache remembers the
shapes of the objects that were met at a place: one is fastest (monomorphic), up to four are fast (polymorphic), more
are looked up in a table (megamorphic). Harmless, and left out: the steps to faster code in a running loop, and code
that is dropped before it met a change, as of a prototype.

Nothing here is timed, and the log makes the program slower: sample it with \`lab profile run\` to know what matters.
How: V8's flags --log-deopt and --log-ic, which a \`node\` in a folder in front of PATH adds; Node that is started by
another path from a shell runs without. Logs are in the folder for temporary files, and deleted at the end.

Exit codes: that of the program, or 128 and the number of the signal that ended it; 1 if nothing was logged;
2 if the command could not be run.`
    )
    .action(async (words: string[], flags: DeoptFlags) => {
      const {deoptCommand} = await import("./deopt-action.js");
      process.exitCode = await deoptCommand(words, flags);
    });
}
