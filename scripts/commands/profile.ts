import type {Command} from "commander";
import alloc from "./profile/alloc.js";
import attach from "./profile/attach.js";
import calls from "./profile/calls.js";
import convert from "./profile/convert.js";
import deopt from "./profile/deopt.js";
import diff from "./profile/diff.js";
import dump from "./profile/dump.js";
import heap from "./profile/heap.js";
import lines from "./profile/lines.js";
import record from "./profile/record.js";
import {refuseUnknown} from "./profile/refuse-unknown.js";
import run from "./profile/run.js";
import stats from "./profile/stats.js";
import top from "./profile/top.js";
import view from "./profile/view.js";

/** The commands of `lab profile`, one file each in profile/, in the order of its help. */
const subcommands: readonly ((profile: Command) => void)[] = [
  run,
  record,
  attach,
  top,
  dump,
  lines,
  calls,
  heap,
  alloc,
  deopt,
  stats,
  diff,
  convert,
  view
];

const examples = `
Examples:
  $ lab profile run -- node app.js            samples a program from its beginning to its end
  $ lab profile attach                        lists the processes that can be sampled now
  $ lab profile stats app.cpuprofile          its functions, by time
  $ lab profile convert app.cpuprofile a.svg  its flame graph
  $ lab profile <command> --help              options and examples of a command`;

/** Adds `lab profile` and what belongs to it. */
export default function register(program: Command): void {
  const profile = program
    .command("profile")
    .summary("record, read and compare profiles")
    .description("Records profiles of Node programs, and reads, compares and converts profiles of any origin.")
    .usage("<command> [options]")
    .allowExcessArguments()
    .enablePositionalOptions()
    .addHelpText("after", examples)
    .action((_flags, command: Command) => refuseUnknown("profile", command));
  for (const add of subcommands) add(profile);
}
