import {ResultError} from "../check-value.js";
import {unpackFlight} from "../flight/flight-file.js";
import {flightProfile} from "../flight/flight-profile.js";
import {checkCpuProfile} from "./cpu-profile.js";
import {fromCpuProfile} from "./from-cpu-profile.js";
import {fromHeapProfile} from "./from-heap-profile.js";
import {checkHeapProfile} from "./heap-profile.js";
import type {Profile} from "./profile.js";

/**
 * Reads what V8 records, a `.cpuprofile` or a `.heapprofile`, or what `lab profile record` keeps. Which it is says its
 * content.
 *
 * @param place named first in messages, and the title of the profile
 * @throws ResultError that names the place that is wrong
 */
export function profileFromText(text: string, place: string): Profile {
  const value = parsed(text, place);
  if (has(value, "nodes")) return fromCpuProfile(checkCpuProfile(value, place), place);
  if (has(value, "head")) return fromHeapProfile(checkHeapProfile(value, place), place);
  if (has(value, "hotpath")) return flightProfile(unpackFlight(value, place), place);
  throw new ResultError(`${place}: expected a .cpuprofile or a .heapprofile, got another kind of file`);
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ResultError(`${place}: expected JSON: ${(error as Error).message}`, {cause: error});
  }
}

function has(value: unknown, field: string): boolean {
  return typeof value === "object" && value !== null && field in value;
}
