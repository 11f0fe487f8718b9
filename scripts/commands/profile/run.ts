import type {Command} from "commander";
import {type RecordingFlags, recordingOptions} from "./recording-options.js";

/** The options of `lab profile run`. */
export interface RunFlags extends RecordingFlags {
  readonly split?: true;
}

/** Adds `lab profile run`. */
export default function register(profile: Command): void {
  const command = profile
    .command("run")
    .summary("sample a program from its beginning to its end")
    .description(
      "Runs a command and samples every Node process and worker that it starts, from the first line of the program on. " +
        "The program keeps its terminal, its output and its signals; the summary goes to standard error."
    )
    .usage("[options] -- <command...>")
    .argument("<command...>", "what to run, after --: node app.js, npm start, npx tsc …")
    .passThroughOptions()
    .option("--split", "a file for each process and worker, with its id in the name, instead of one for all");
  recordingOptions(command, "1ms")
    .addHelpText(
      "after",
      `
Examples:
  lab profile run -- node app.js                   a .cpuprofile in this folder
  lab profile run -o app.svg -- node app.js        its flame graph
  lab profile run --split -o build.cpuprofile -- npm run build
  lab profile run --json -- node app.js > summary.json

One file holds all threads: where there are several, each is below a frame that names it, laid end to end in time.
TypeScript that a loader compiled (tsx, ts-node) is told in its own lines.

How: NODE_OPTIONS gets --require of a file that samples; children and workers inherit it, those of a cluster too, unless
they are given another environment. Signals reach the program. What it has sampled is left at its exit, at an
uncaught error, before SIGINT, SIGTERM or SIGHUP ends it, and before a worker is terminated; SIGKILL and running out of
memory lose it. With --json the program's standard output goes to standard error, so that only the summary is left.

Exit codes: that of the program, or 128 and the number of the signal that ended it; 1 if nothing was recorded;
2 if the command could not be run.`
    )
    .action(async (words: string[], flags: RunFlags) => {
      const {runProfile} = await import("./run-action.js");
      process.exitCode = await runProfile(words, flags);
    });
}
