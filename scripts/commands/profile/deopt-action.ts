import {resolve} from "node:path";
import {explainReason} from "#lib/profile/v8-log/explain-reason.js";
import {MeasurementError, ReaderError} from "../../errors.js";
import {writeAtomically} from "../../files.js";
import {type DeoptReport, deoptReport} from "../../profile/deopt/deopt-report.js";
import {deoptText} from "../../profile/deopt/deopt-text.js";
import {type LoggedThreads, readLogs} from "../../profile/deopt/read-logs.js";
import {type LoggedRun, runLogged} from "../../profile/deopt/run-logged.js";
import {refuseOverwrite} from "../../profile/formats/write-profile.js";
import {exitCodeOf} from "../../profile/record-run.js";
import {countsText} from "../../profile/recording-text.js";
import {endText, threadTitle} from "../../profile/run-text.js";
import {shownPath} from "../../shown-path.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import type {DeoptFlags} from "./deopt.js";
import {abortPatiently} from "./patient-interrupt.js";

/** `lab profile deopt`. @returns the exit code: that of the program */
export async function deoptCommand(words: readonly string[], flags: DeoptFlags): Promise<number> {
  const [program, ...args] = words;
  const {json = false, ic: caches, top, all = false} = flags;
  const file = reportFile(flags);
  const run = await runLogged([program!, ...args], {stdout: json ? "stderr" : "inherit", caches});
  const interrupt = abortPatiently("one moment: the logs are being read");
  const logged = await readLogs(run.folder).finally(() => {
    interrupt.release();
    return run.discard();
  });
  if (logged.threads.length === 0) throw nothingLogged(logged, run);
  const report = deoptReport(logged.threads, all);
  const value = jsonOf(run, logged, report);
  if (file !== undefined) await writeAtomically(file, `${JSON.stringify(value, null, 2)}\n`);
  if (json) terminal.printJson(value);
  else {
    const lines = deoptText(report, {top, caches, width: terminal.columns});
    for (const line of ["", headText(run, logged), ...lines, ""]) terminal.tell(line);
  }
  for (const begun of logged.missing)
    terminal.tell(printableLine(`${threadTitle(begun)}: was started past our flags, so V8 has logged nothing of it`));
  if (file !== undefined) terminal.tell(`kept in ${shownPath(file)}`);
  return exitCodeOf(run);
}

/** @throws ReaderError if the name has another ending, or the file exists */
function reportFile({out, force}: DeoptFlags): string | undefined {
  if (out === undefined) return undefined;
  if (!out.endsWith(".json"))
    throw new ReaderError(`${out}: expected a name that ends in .json`, "the report is kept as JSON");
  const file = resolve(out);
  refuseOverwrite(file, force === true);
  return file;
}

function nothingLogged({missing}: LoggedThreads, {signal, code}: LoggedRun): MeasurementError {
  const [first] = missing;
  const why =
    first === undefined
      ? "no Node process was started, or it was given an environment of its own"
      : `${threadTitle(first)}: was started past our flags`;
  return new MeasurementError(`nothing was logged: ${why}`, `the program ended with ${signal ?? `exit code ${code}`}`);
}

function headText(run: LoggedRun, {threads}: LoggedThreads): string {
  const processes = new Set(threads.map(({pid}) => pid)).size;
  const versions = [...new Set(threads.map(({version}) => version ?? "?"))];
  const counts = countsText(processes, threads.length - processes);
  return `V8 ${versions.join(" and ")}: ${counts}, ${endText(run)}`;
}

function jsonOf(
  {code, signal, seconds}: LoggedRun,
  {threads, missing}: LoggedThreads,
  {deoptimisations, sites, hidden}: DeoptReport
): object {
  return {
    code,
    signal,
    seconds,
    threads: threads.map(({pid, begun, version}) => ({
      pid,
      thread: begun?.thread ?? null,
      command: begun?.command ?? null,
      node: begun?.node ?? null,
      v8: version
    })),
    missing,
    hidden,
    deoptimisations: deoptimisations.map((each) => ({...each, ...explainReason(each)})),
    sites
  };
}
