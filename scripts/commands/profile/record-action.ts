import {basename, extname} from "node:path";
import type {Flight} from "#lib/flight/flight.js";
import {unpackFlight} from "#lib/flight/flight-file.js";
import {MeasurementError, ReaderError} from "../../errors.js";
import {Dumps} from "../../profile/flight/dumps.js";
import {flightJson, flightLines} from "../../profile/flight/flight-text.js";
import {watchFlight} from "../../profile/flight/flight-watch.js";
import {type FoundFlight, readFlight} from "../../profile/flight/read-flight.js";
import {ringSampling} from "../../profile/flight/ring-sampling.js";
import {flightDestination, writeFlight} from "../../profile/flight/write-flight.js";
import {flameScript} from "../../profile/formats/flame-script.js";
import {readDetected} from "../../profile/formats/read-profile.js";
import {jsonOf} from "../../profile/formats/text-of.js";
import {exitCodeOf} from "../../profile/record-run.js";
import type {Sampling} from "../../profile/recorder.js";
import {type Destination, keepSomewhere} from "../../profile/recording.js";
import {type EndedProgram, runProgram} from "../../profile/run-program.js";
import {endText, programName} from "../../profile/run-text.js";
import {shownPath} from "../../shown-path.js";
import {printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import {abortPatiently} from "./patient-interrupt.js";
import type {RecordFlags} from "./record.js";

/** A dump because of a slow turn is not followed by the next one sooner. */
const BETWEEN_DUMPS_MS = 10_000;

const say = (line: string) => terminal.tell(line);

/** `lab profile record`. @returns the exit code: that of the program */
export async function recordCommand(words: readonly string[], flags: RecordFlags): Promise<number> {
  const [program, ...args] = words;
  if (flags.from !== undefined) return reportOf(flags.from, words, flags);
  if (program === undefined) throw new ReaderError("lab profile record: what to run is missing", "put it after --");
  const to = flightDestination(flags.out, programName(words), flags.force === true);
  // What a page needs has to be there before Ctrl-C can come.
  if (/\.html?$/i.test(to.file)) flameScript();
  const facts = {command: words, intervalUs: flags.interval * 1e6};
  const dumps = new Dumps({to, force: flags.force === true, facts, say});
  const {signal} = flags;
  const ended = await runProgram(
    [program, ...args],
    {stdout: flags.json === true ? "stderr" : "inherit", say},
    samplingOf(flags),
    (folder) => watchFlight(folder, {dumps, signal, say})
  );
  const interrupt = abortPatiently("one moment: the recording is being written");
  try {
    const found = await readFlight(ended.folder, facts);
    const flight = keptFlight(found, ended);
    await keepSomewhere(to, (place) => writeFlight(place, flight));
    tell(flight, to, flags, {ended, found, dumps});
    return exitCodeOf(ended);
  } finally {
    interrupt.release();
    await ended.discard();
  }
}

function samplingOf({interval, slice, keep, signal, slow, dumps}: RecordFlags): Sampling {
  return ringSampling(interval * 1e6, {
    sliceMs: slice * 1000,
    keepMs: keep * 1000,
    signal,
    slowMs: slow === undefined ? null : slow * 1000,
    mostSlow: dumps,
    dumpMs: BETWEEN_DUMPS_MS
  });
}

interface Run {
  readonly ended: EndedProgram;
  readonly found: FoundFlight;
  readonly dumps: Dumps;
}

/** @throws MeasurementError if nothing was recorded */
function keptFlight({flight, missing}: FoundFlight, ended: EndedProgram): Flight {
  if (flight !== null) return flight;
  const why = missing[0] ?? "no Node process was started, or it was given an environment of its own";
  throw new MeasurementError(`nothing was recorded: ${why}`, `the program ended with ${endText(ended).toLowerCase()}`);
}

function tell(flight: Flight, {file}: Destination, {json, slice}: RecordFlags, {ended, found, dumps}: Run): void {
  const {code, signal, seconds, interrupted} = ended;
  const threads = flightJson(flight);
  if (json === true) {
    const missing = found.missing;
    terminal.printJson({code, signal, seconds, interrupted, files: [file], dumps: dumps.written, missing, threads});
  } else {
    say("");
    say(`${endText(ended)} after ${Number(seconds.toPrecision(3))} s`);
    for (const line of flightLines(flight, terminal.columns)) say(line);
    say("");
  }
  for (const line of found.missing) say(printableLine(line));
  for (const {title, end} of flight.threads)
    if (end === "cut") say(printableLine(`${title}: it was killed; up to ${slice} s at its end are missing`));
  say(`kept in ${shownPath(file)}`);
}

/** `lab profile record --from FILE`. */
async function reportOf(from: string, words: readonly string[], {out, force, json}: RecordFlags): Promise<number> {
  if (words.length > 0) throw new ReaderError(`--from ${from}: runs nothing, got ${words.join(" ")}`);
  const {format, ...content} = await readDetected(from);
  if (format !== "flight")
    throw new ReaderError(`${content.place}: expected a recording of lab profile record, got ${format}`, [
      "-o NAME.json keeps one"
    ]);
  const flight = unpackFlight(jsonOf(content), content.place);
  const to = flightDestination(out, basename(from, extname(from)), force === true);
  await writeFlight(to, flight);
  if (json === true) terminal.printJson({files: [to.file], threads: flightJson(flight)});
  else for (const line of flightLines(flight, terminal.columns)) terminal.print(line);
  say(`kept in ${to.place}`);
  return 0;
}
