import type {Command} from "commander";
import attach from "./heap/attach.js";
import diff from "./heap/diff.js";
import run from "./heap/run.js";
import snapshot from "./heap/snapshot.js";
import top from "./heap/top.js";
import {refuseUnknown} from "./refuse-unknown.js";

/** The commands of `lab profile heap`, one file each in heap/, in the order of its help. */
const subcommands: readonly ((heap: Command) => void)[] = [run, attach, top, diff, snapshot];

const examples = `
Examples:
  lab profile heap run -- node app.js         what a program allocates, garbage included
  lab profile heap run --live -- node app.js  what of it is still there at its end
  lab profile heap attach 4321                what a running process allocates
  lab profile heap top 4321                   the same, watched
  lab profile heap diff a.heapprofile b.heapprofile
  lab profile heap <command> --help           options and examples of a command`;

/** Adds `lab profile heap` and what belongs to it. */
export default function register(profile: Command): void {
  const heap = profile
    .command("heap")
    .summary("record and compare what is allocated, and what stays")
    .description("Records allocations on the JavaScript heap by function, and compares recordings and heap snapshots.")
    .usage("<command> [options]")
    .allowExcessArguments()
    .enablePositionalOptions()
    .addHelpText("after", examples)
    .action((_flags, command: Command) => refuseUnknown("profile heap", command));
  for (const add of subcommands) add(heap);
}
