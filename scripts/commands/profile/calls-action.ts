import process from "node:process";
import {callTable} from "../../profile/calls/call-table.js";
import {callJson, callText} from "../../profile/calls/call-text.js";
import {countingRecorder} from "../../profile/lines/counting.js";
import {exitCodeOf, recordProgram} from "../../profile/record-run.js";
import {FILE_COLUMNS, keepReport, reportDestination} from "../../profile/report/report-file.js";
import {nothingRecorded, runText, threadTitle} from "../../profile/run-text.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import type {CallsFlags} from "./calls.js";
import {abortPatiently} from "./patient-interrupt.js";

const ROWS = 30;

/** `lab profile calls`. @returns the exit code: that of the program */
export async function profileCalls(words: readonly string[], flags: CallsFlags): Promise<number> {
  const [program, ...args] = words;
  const to = reportDestination(flags.out, flags.force === true);
  const run = await recordProgram(
    [program!, ...args],
    {stdout: flags.json === true ? "stderr" : "inherit", say: (line) => terminal.tell(line)},
    countingRecorder()
  );
  await run.discard();
  if (run.threads.length === 0) throw nothingRecorded(run);
  const interrupt = abortPatiently("one moment: the counts are being summed");
  try {
    const {sort, filter, internals = false, limit} = flags;
    const base = `${process.cwd()}/`;
    const counted = run.threads.map(({profile}) => profile);
    const table = await callTable(counted, {sort, filter, internals, base});
    const {code, signal, missing} = run;
    const json = {code, signal, missing, ...callJson(table, limit ?? Number.POSITIVE_INFINITY)};
    const lines = (rows: number, columns: number, paint = terminal.paintMessage) =>
      callText(table, limit ?? rows, base, {columns, paint});
    if (to !== undefined)
      await keepReport(
        to,
        lines(Number.POSITIVE_INFINITY, FILE_COLUMNS, (_, text) => text),
        json
      );
    if (flags.json === true) terminal.printJson(json);
    else for (const line of ["", runText(run), ...lines(ROWS, terminal.columns)]) terminal.tell(line);
  } finally {
    interrupt.release();
  }
  for (const begun of run.missing)
    terminal.tell(printableLine(`${threadTitle(begun)}: nothing was recorded: ${begun.why}`));
  if (to !== undefined) terminal.tell(`kept in ${to.place}`);
  return exitCodeOf(run);
}
