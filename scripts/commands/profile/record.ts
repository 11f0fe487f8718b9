import {type Command, InvalidArgumentError} from "commander";
import {parseDuration, parseWhole} from "../parse-options.js";
import {typedDefault} from "../typed-default.js";
import {parseInterval} from "./recording-options.js";

/** The options of `lab profile record`. Times are seconds. */
export interface RecordFlags {
  readonly out?: string;
  readonly force?: true;
  readonly interval: number;
  readonly slice: number;
  readonly keep: number;
  readonly signal: NodeJS.Signals | null;
  readonly slow?: number;
  readonly dumps: number;
  readonly from?: string;
  readonly json?: true;
}

/** Signals that neither Node, nor V8's sampler, nor a terminal needs for itself. */
const SIGNALS = ["SIGUSR2", "SIGQUIT", "SIGALRM", "SIGIO", "SIGCONT", "SIGWINCH"] as const;

/** Adds `lab profile record`. */
export default function register(profile: Command): void {
  profile
    .command("record")
    .summary("record all the time, and keep the last minutes")
    .description(
      "Runs a command and keeps the last minutes of every Node process and worker that it starts: a CPU profile, turns of " +
        "the event loop that came late, its utilisation, collections, processor time and heap. A report says what it finds."
    )
    .usage("[options] -- <command...>")
    .argument("[command...]", "what to run, after --: node app.js, npm start …")
    .passThroughOptions()
    .option("-o, --out <file>", "where to write: .html is the report, .json the recording; or a format of profiles")
    .option("--force", "replace files if they exist")
    .addOption(typedDefault("--interval <time>", "ask V8 for a sample this often", parseInterval, "10ms"))
    .addOption(typedDefault("--slice <time>", "leave what was recorded this often", parseSlice, "2s"))
    .addOption(typedDefault("--keep <time>", "how far back slices are kept", parseDuration, "10m"))
    .option("--signal <name>", "ask for a dump by this signal, or none", parseSignal, defaultSignal())
    .option("--slow <time>", "dump when a turn of the loop is this late", parseSlow)
    .option("--dumps <n>", "at most so many dumps because of slow turns, by each thread", parseWhole(1, 1000), 5)
    .option("--from <file>", "run nothing: write the report of a recording that was kept as .json")
    .option("--json", "print what was found as JSON on standard output")
    .addHelpText(
      "after",
      `
Examples:
  lab profile record -- node server.js                      Ctrl-C ends the server and writes the report
  lab profile record --slow 200ms -- npm start              a dump also when a turn comes 200 ms late
  lab profile record -o monday.json -- node server.js       the recording itself
  lab profile record --from monday.json -o monday.html      its report

A dump is a report of the last minutes while the program goes on: kill -USR2 PID asks for it, of the process, or of lab
itself, which answers also for a process that is in a synchronous loop. A program that handles the signal itself keeps
it. Dumps have the name of the report and a number.

What the report finds are rules: what blocked the loop and for how long, synchronous calls, a loop that is always busy,
collections that take much time, a heap that grows, one function that leads, processor time of other threads, a machine
that had no processor to give. Each names what it rests on; where the recording does not tell, it says so.

How: as lab profile run, in slices. Each slice is left in a folder for temporary files, so that SIGKILL or running out
of memory lose no more than the last one; the report says how long the recorder itself kept the program. Slices are
profiles of the inspector's console: an inspector that is attached meanwhile sees them begin and end. A timer asks every
20 ms whether the loop turns. With --json the program's standard output goes to standard error.

Exit codes: that of the program, or 128 and the number of the signal that ended it; 1 if nothing was recorded;
2 if the command could not be run.`
    )
    .action(async (words: string[], flags: RecordFlags) => {
      const {recordCommand} = await import("./record-action.js");
      process.exitCode = await recordCommand(words, flags);
    });
}

/** Windows has no signals that ask for something. */
function defaultSignal(): NodeJS.Signals | null {
  return process.platform === "win32" ? null : "SIGUSR2";
}

function parseSignal(text: string): NodeJS.Signals | null {
  const name = text.toUpperCase();
  if (name === "NONE") return null;
  const known = SIGNALS.find((signal) => signal === name || signal === `SIG${name}`);
  if (known !== undefined && process.platform !== "win32") return known;
  throw new InvalidArgumentError(`must be none or one of ${SIGNALS.join(", ")}, got ${text}`);
}

function parseSlice(text: string): number {
  const seconds = parseDuration(text);
  if (seconds >= 0.2 && seconds <= 60) return seconds;
  throw new InvalidArgumentError(`must be from 200ms to 1m, got ${text}`);
}

/** Turns that are less late are not noted one by one. */
function parseSlow(text: string): number {
  const seconds = parseDuration(text);
  if (seconds >= 0.02) return seconds;
  throw new InvalidArgumentError(`must be 20ms or longer, got ${text}`);
}
