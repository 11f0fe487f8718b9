import {readFileSync} from "node:fs";
import type {Finding} from "#lib/flight/finding.js";
import type {Flight, FlightThread} from "#lib/flight/flight.js";
import {unpackFlight} from "#lib/flight/flight-file.js";
import {judgeThread} from "#lib/flight/judge-flight.js";
import {ReaderError} from "../errors.js";
import {type KnownRecording, knownRecording} from "./recorded.js";

/** The busiest thread of a committed recording of the event loop, and what the rules say of it. */
export interface RecordedFlight {
  readonly known: KnownRecording;
  readonly flight: Flight;
  readonly thread: FlightThread;
  readonly findings: readonly Finding[];
}

/** @throws ReaderError that names the recordings that exist, or if it is one of another kind */
export function recordedFlight(address: string): RecordedFlight {
  const known = knownRecording(address);
  if (!address.endsWith(".flight.json"))
    throw new ReaderError(`${address}: expected a recording of lab profile record`, "its name ends in .flight.json");
  const flight = unpackFlight(JSON.parse(readFileSync(known.path, "utf8")), address);
  const thread = flight.threads[0]!;
  return {known, flight, thread, findings: judgeThread(flight, thread)};
}
