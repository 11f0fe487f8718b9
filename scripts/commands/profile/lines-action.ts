import process from "node:process";
import {formatNs, formatQuantity} from "#lib/units.js";
import {countingRecorder} from "../../profile/lines/counting.js";
import {lineJson} from "../../profile/lines/line-json.js";
import {lineRecorder} from "../../profile/lines/line-recorder.js";
import {type LineReport, lineReport} from "../../profile/lines/line-report.js";
import {lineText} from "../../profile/lines/line-text.js";
import {exitCodeOf, type RecordedRun, recordProgram} from "../../profile/record-run.js";
import {ReplayedInput} from "../../profile/replayed-input.js";
import {FILE_COLUMNS, keepReport, reportDestination} from "../../profile/report/report-file.js";
import type {ProgramOptions} from "../../profile/run-program.js";
import {nothingRecorded, runText, threadTitle} from "../../profile/run-text.js";
import {printableLine} from "../../terminal/printable.js";
import {wrap} from "../../terminal/width.js";
import {terminal} from "../../terminal.js";
import type {LinesFlags} from "./lines.js";

/** `lab profile lines`. @returns the exit code: that of the program */
export async function profileLines(words: readonly string[], flags: LinesFlags): Promise<number> {
  const to = reportDestination(flags.out, flags.force === true);
  const inlining = flags.exactLines !== true;
  const {sampled, counted} = await bothRuns(words as [string, ...string[]], flags);
  const report = await lineReport(
    sampled.threads.map(({profile}) => profile),
    counted.threads.map(({profile}) => profile),
    sampled.threads.map(({node}) => node),
    {function: flags.function, top: flags.top, inlining, base: `${process.cwd()}/`}
  );
  const perHit = isWhole(sampled, counted);
  const options = {base: `${process.cwd()}/`, full: flags.full === true, perHit};
  const {code, signal, seconds, missing} = sampled;
  const json = {code, signal, seconds, inlining, missing, counted: endOf(counted), ...lineJson(report, perHit)};
  if (to !== undefined) {
    const look = {columns: FILE_COLUMNS, paint: (_tone: string, text: string) => text};
    await keepReport(to, [...headText(report, flags, FILE_COLUMNS), "", ...lineText(report, {...options, look})], json);
  }
  if (flags.json === true) terminal.printJson(json);
  else {
    const look = {columns: terminal.columns, paint: terminal.paintMessage};
    const lines = [...headText(report, flags, look.columns), "", ...lineText(report, {...options, look})];
    for (const line of ["", ...lines]) terminal.tell(line);
  }
  if (to !== undefined) terminal.tell(`kept in ${to.place}`);
  return exitCodeOf(sampled);
}

/** Samples first: should the reader end the program, time is what they came for. */
async function bothRuns(command: readonly [string, ...string[]], flags: LinesFlags) {
  const options: ProgramOptions = {
    stdout: flags.output ? (flags.json === true ? "stderr" : "inherit") : "ignore",
    say: (line) => terminal.tell(line),
    input: ReplayedInput.ofThisProcess()
  };
  terminal.tell(terminal.paintMessage("quiet", "first run: sampled"));
  const recorder = lineRecorder(flags.interval * 1e6, flags.exactLines !== true);
  const sampled = await kept(await recordProgram(command, options, recorder));
  const limit = sampled.interrupted ? {endAfter: sampled.seconds} : {};
  const how = sampled.interrupted ? `, for ${formatNs(sampled.seconds * 1e9)}` : "";
  terminal.tell(terminal.paintMessage("quiet", `second run: counted${how}`));
  const counted = await kept(await recordProgram(command, {...options, ...limit}, countingRecorder()));
  return {sampled, counted};
}

/** Tells what is missing of a run, and throws if it is all. */
async function kept<Kept>(run: RecordedRun<Kept>): Promise<RecordedRun<Kept>> {
  await run.discard();
  if (run.threads.length === 0) throw nothingRecorded(run);
  terminal.tell(terminal.paintMessage("quiet", runText(run)));
  for (const begun of run.missing)
    terminal.tell(printableLine(`${threadTitle(begun)}: nothing was recorded: ${begun.why}`));
  return run;
}

/** Whether both runs did all that the program does, and ended alike. */
function isWhole(sampled: RecordedRun<unknown>, counted: RecordedRun<unknown>): boolean {
  const alike = sampled.code === counted.code && sampled.signal === counted.signal;
  return alike && !sampled.interrupted && !counted.interrupted && sampled.threads.length === counted.threads.length;
}

function endOf({code, signal, seconds, missing}: RecordedRun<unknown>): object {
  return {code, signal, seconds, missing};
}

function headText({samples, us, intervalUs, listings}: LineReport, flags: LinesFlags, width: number): string[] {
  const gap = intervalUs === null ? "" : `, a median gap of ${formatNs(intervalUs * 1000)}`;
  const found = `${formatQuantity(samples, "sample")} in code of the program, ${formatNs(us * 1000)}${gap}`;
  const none = listings.length === 0 ? ["too little of the program was sampled for a listing"] : [];
  const exact =
    "without inlining: every line is charged for its own, and small functions cost a call each that they do not cost " +
    "in the program as you run it";
  return [found, ...(flags.exactLines === true ? [exact] : []), ...none].flatMap((line) => wrap(line, width));
}
