import {formatNs} from "#lib/units.js";
import {MeasurementError} from "../errors.js";
import type {Begun} from "./read-recording.js";
import type {RecordedRun} from "./record-run.js";
import {countsText} from "./recording-text.js";

/** What a recorded thread is called: "process 4321: node app.js", "worker 1 of process 4321". */
export function threadTitle({pid, thread, command}: Begun): string {
  const text = command.map((word, index) => (index === 0 ? word.replace(/^.*[\\/]/, "") : word)).join(" ");
  const cut = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return thread === 0 ? `process ${pid}: ${cut}` : `worker ${thread} of process ${pid}`;
}

/** What a recording is called if it is not named: the script's name without its ending, or the program's. */
export function programName(words: readonly string[]): string {
  const script = words.find((word, index) => index > 0 && /\.[cm]?[jt]sx?$/.test(word)) ?? words[0]!;
  return (
    script
      .replace(/^.*[\\/]/, "")
      .replace(/\.[cm]?[jt]sx?$/, "")
      .replaceAll(/[^\w.-]/g, "_") || "program"
  );
}

/** What ran, and how it ended: "1 process, 2 workers, exit code 0 after 1.20 s". */
export function runText({threads, signal, code, seconds}: RecordedRun<unknown>): string {
  const processes = new Set(threads.map(({pid}) => pid)).size;
  const workers = threads.filter(({thread}) => thread !== 0).length;
  return `${countsText(processes, workers)}, ${endText({signal, code})} after ${formatNs(seconds * 1e9)}`;
}

/** What to throw for a program of which nothing was recorded. */
export function nothingRecorded({missing, signal, code}: RecordedRun<unknown>): MeasurementError {
  const [first] = missing;
  const ended = `the program ended with ${signal ?? `exit code ${code}`}`;
  if (first !== undefined) return new MeasurementError(`nothing was recorded: ${first.why}`, ended);
  return new MeasurementError("no Node process was started, or it was given an environment of its own", ended);
}

/** How a program ended: "exit code 0". */
export function endText({signal, code}: Pick<RecordedRun, "signal" | "code">): string {
  return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}
