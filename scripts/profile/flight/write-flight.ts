import {resolve} from "node:path";
import process from "node:process";
import type {Flight} from "#lib/flight/flight.js";
import {packFlight} from "#lib/flight/flight-file.js";
import {flightProfile} from "#lib/flight/flight-profile.js";
import {writeAtomically} from "../../files.js";
import {shownPath} from "../../shown-path.js";
import {formatToWrite} from "../formats/formats.js";
import {refuseOverwrite, writeProfile} from "../formats/write-profile.js";
import {type Destination, timeText} from "../recording.js";
import {flightPage} from "./flight-page.js";

/**
 * Where a flight goes, and in which form: .html is the report, .json the recording itself, and other endings are
 * profiles of what was sampled.
 *
 * @param name of the file if none was asked for, without its ending
 * @throws ReaderError if the ending names no form that is known, or if the file exists
 */
export function flightDestination(out: string | undefined, name: string, force: boolean): Destination {
  const file = resolve(out ?? `${name}-${timeText(new Date())}.html`);
  if (!isFlightFile(file)) formatToWrite(file);
  refuseOverwrite(file, force);
  return {file, place: shownPath(file)};
}

/** Writes a flight in the form that its destination names, whole or not at all. @throws ReaderError if refused */
export async function writeFlight({file, place}: Destination, flight: Flight): Promise<void> {
  const base = `${process.cwd()}/`;
  if (isFlightFile(file)) await writeAtomically(file, JSON.stringify(packFlight(flight)));
  else if (/\.html?$/i.test(file)) await writeAtomically(file, flightPage(flight, base));
  else await writeProfile(file, flightProfile(flight, place), {base});
}

function isFlightFile(file: string): boolean {
  return /\.json$/i.test(file) && !/\.speedscope\.json$/i.test(file);
}
