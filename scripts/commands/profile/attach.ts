import type {Command} from "commander";
import {parseDuration} from "../parse-options.js";
import {typedDefault} from "../typed-default.js";
import {openingOption, parsePid, type RecordingFlags, recordingOptions} from "./recording-options.js";

/** The options of `lab profile attach`. Times are seconds. */
export interface AttachFlags extends RecordingFlags {
  readonly duration: number;
  readonly timeout: number;
}

/** Adds `lab profile attach`. */
export default function register(profile: Command): void {
  const command = profile
    .command("attach")
    .summary("sample a running process, without restarting it")
    .description(
      "Samples a Node process that runs already, with its workers, also while it is in a synchronous loop. It needs no " +
        "flags: SIGUSR1 makes it open its inspector on 127.0.0.1, which is closed again at the end. Without a process id: " +
        "lists what can be sampled."
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
  recordingOptions(command, "10ms")
    .addHelpText(
      "after",
      `
Examples:
  lab profile attach                         which processes there are
  lab profile attach 4321                    30 s, into a .cpuprofile in this folder
  lab profile attach 4321 --duration 10s -o slow.svg
  lab profile attach 4321 --interval 1ms --json > summary.json

What it does to the process: SIGUSR1 (Node prints "Debugger listening on …" on its standard error), sampling, and an
inspector on 127.0.0.1 for as long as it samples. Whoever can connect to that port on this machine can run code in the
process; so it is closed at once, and watched that it stays closed. A process that was started with --inspect keeps
its inspector. Nothing is sent to what is not Node, or has no handler for SIGUSR1: the signal would kill it.
A process with a handler of its own for SIGUSR1 runs that, and opens nothing.
Functions that were compiled into their callers before the sampling began are counted for the callers.

Exit codes: 0 sampled; 1 the process ended early or did not answer; 2 something to put right.`
    )
    .action(async (pid: number | undefined, flags: AttachFlags) => {
      const {attachCommand} = await import("./attach-action.js");
      process.exitCode = await attachCommand(pid, flags);
    });
}
