import {type Command, Option} from "commander";
import {parseWhole} from "../parse-options.js";

/** Flags of `lab profile calls`. */
export interface CallsFlags {
  readonly sort: "calls" | "name";
  readonly filter?: string;
  readonly limit?: number;
  readonly internals?: true;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
}

/** Adds `lab profile calls`. */
export default function register(profile: Command): void {
  profile
    .command("calls")
    .summary("how often each function is called")
    .description(
      "Runs a command and counts every call of every JavaScript function, in each Node process and worker that it " +
        "starts. Counts are exact. There are no times: a run that counts is not the program at its own speed."
    )
    .usage("[options] -- <command...>")
    .argument("<command...>", "what to run, after --: node app.js, npm start, npx tsc …")
    .passThroughOptions()
    .addOption(new Option("--sort <key>", "order").choices(["calls", "name"]).default("calls"))
    .option("--filter <text>", "only functions whose name or place contains the text")
    .option("--limit <n>", "most rows; 30 on a terminal, all as JSON and in files", parseWhole(1))
    .option("--internals", "functions of Node itself too, from where the program begins")
    .option("-o, --out <file>", "write the table to a file, .txt or .json")
    .option("--force", "replace the file if it exists")
    .option("--json", "print the table as JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile calls -- node app.js
  lab profile calls --filter parse -- node app.js
  lab profile calls --filter node_modules/ --limit 50 -- npx tsc
  lab profile calls --json -- node app.js | jq '.functions[0]'

Counts of all processes and workers are summed. A generator and an async function count once for each call, however
often they go on. (module) is a script itself. What is built into V8, such as Array.prototype.map, is not counted.
For time, ask \`lab profile run\`; for both, line by line, \`lab profile lines\`.

The table goes to standard error, the program keeps its standard output; with --json it is the other way round.
Ctrl-C ends the program, and leaves what was counted up to then.

Exit codes: that of the program, or 128 and the number of the signal that ended it; 1 if nothing was recorded;
2 if the command could not be run.`
    )
    .action(async (words: string[], flags: CallsFlags) => {
      const {profileCalls} = await import("./calls-action.js");
      process.exitCode = await profileCalls(words, flags);
    });
}
