import {existsSync} from "node:fs";
import {extname} from "node:path";
import type {ThreadProfile} from "../../profile/join-profiles.js";
import type {Begun} from "../../profile/read-recording.js";
import {exitCodeOf, type RecordedRun, recordRun} from "../../profile/record-run.js";
import {type Destination, destination, keepRecording, summarise} from "../../profile/recording.js";
import {recordingJson, recordingText} from "../../profile/recording-text.js";
import {nothingRecorded, programName, runText, threadTitle} from "../../profile/run-text.js";
import {shownPath} from "../../shown-path.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import {abortPatiently} from "./patient-interrupt.js";
import type {RunFlags} from "./run.js";

/** `lab profile run`. @returns the exit code: that of the program */
export async function runProfile(words: readonly string[], flags: RunFlags): Promise<number> {
  const [program, ...args] = words;
  const to = destination(flags.out, programName(words), flags.force === true);
  const run = await recordRun([program!, ...args], {
    intervalUs: flags.interval * 1e6,
    stdout: flags.json === true ? "stderr" : "inherit",
    say: (line) => terminal.tell(line)
  });
  const threads = run.threads.map((thread) => ({title: threadTitle(thread), profile: thread.profile, thread}));
  if (threads.length === 0) {
    await run.discard();
    throw nothingRecorded(run);
  }
  const interrupt = abortPatiently("one moment: the recording is being written");
  const files = await writeAll(to, threads, flags).finally(() => {
    interrupt.release();
    return run.discard();
  });
  if (flags.json === true) terminal.printJson(await jsonOf(run, threads, files, flags.top));
  else await tell(run, threads, flags);
  for (const begun of run.missing)
    terminal.tell(printableLine(`${threadTitle(begun)}: nothing was recorded: ${begun.why}`));
  for (const file of files) terminal.tell(`kept in ${shownPath(file)}`);
  return exitCodeOf(run);
}

type Titled = ThreadProfile & {readonly thread: Begun};

async function writeAll(to: Destination, threads: readonly Titled[], {split, force}: RunFlags): Promise<string[]> {
  if (split !== true || threads.length === 1) {
    await keepRecording(to, threads);
    return [to.file];
  }
  const files: string[] = [];
  for (const each of threads) {
    const part = partOf(to, each.thread, force === true);
    await keepRecording(part, [each]);
    files.push(part.file);
  }
  return files;
}

/** `build.cpuprofile` becomes `build.4321.cpuprofile`, or `build.4321-worker-1.cpuprofile`. */
function partOf({file}: Destination, {pid, thread}: Begun, force: boolean): Destination {
  const ending = extname(file);
  const stem = `${file.slice(0, file.length - ending.length)}.${pid}${thread === 0 ? "" : `-worker-${thread}`}`;
  let name = `${stem}${ending}`;
  for (let number = 2; !force && existsSync(name); number++) name = `${stem}-${number}${ending}`;
  return {file: name, place: shownPath(name)};
}

async function tell(run: RecordedRun, threads: readonly Titled[], {interval, top}: RunFlags): Promise<void> {
  terminal.tell("");
  terminal.tell(runText(run));
  for (const line of recordingText(await summarise(threads), interval * 1e6, top, terminal.columns))
    terminal.tell(line);
  terminal.tell("");
}

async function jsonOf(
  run: RecordedRun,
  threads: readonly Titled[],
  files: readonly string[],
  top: number
): Promise<object> {
  return {
    code: run.code,
    signal: run.signal,
    seconds: run.seconds,
    processes: threads.map(({thread: {pid, parent, thread, command, node}}) => ({pid, parent, thread, command, node})),
    missing: run.missing,
    files,
    ...recordingJson(await summarise(threads), top)
  };
}
