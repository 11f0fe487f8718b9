import {ReaderError} from "../errors.js";
import type {Evidence} from "./evidence.js";
import type {Exercise} from "./exercises.js";
import {flightEvidence} from "./flight-evidence.js";
import {listingEvidence} from "./listing-evidence.js";
import {profileEvidence} from "./profile-evidence.js";
import {retainerEvidence} from "./retainer-evidence.js";

/**
 * Reads what a recording says of what an exercise asks.
 *
 * @param before the heap snapshot that was taken first; for an exercise about retainers only
 * @throws ReaderError or ResultError if it is no such recording, or holds nothing of the program
 */
export function evidenceIn(file: string, before: string | undefined, exercise: Exercise): Promise<Evidence> {
  if (exercise.asks === "retainer") return retainerEvidence(file, before, exercise);
  if (before !== undefined)
    throw new ReaderError(
      `--before: ${exercise.name} is about one recording, not two`,
      `record it so: ${exercise.record}`
    );
  if (exercise.asks === "block") return flightEvidence(file, exercise);
  return exercise.asks === "place" ? listingEvidence(file, exercise) : profileEvidence(file, exercise);
}
