import {basename, dirname} from "node:path";
import {ReaderError} from "../errors.js";
import {readBounded} from "../files.js";
import {jsonOf} from "../profile/formats/text-of.js";
import {checkListingFile, type ListingFile} from "../profile/lines/listing-file.js";
import {shownPath} from "../shown-path.js";
import {type Candidate, type Evidence, heaviestFirst} from "./evidence.js";
import type {Exercise} from "./exercises.js";
import {programFiles} from "./program-files.js";

const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads which lines of a program a file of `lab profile lines` gives time to, and to which only perhaps.
 *
 * @throws ReaderError or ResultError if the file is no such listing, or holds nothing of the program
 */
export async function listingEvidence(file: string, exercise: Exercise): Promise<Evidence> {
  const place = shownPath(file);
  const way = `record it so: ${exercise.record}`;
  const bytes = await readBounded(file, place, MOST_BYTES);
  if (bytes.length === 0) throw new ReaderError(`${place}: expected listings, got an empty file`, way);
  const value = jsonOf({bytes, place});
  const kind = otherKind(value);
  if (kind !== null) throw new ReaderError(`${place}: expected listings of \`lab profile lines\`, got ${kind}`, way);
  const found = linesIn(checkListingFile(value, place), exercise);
  if (found.length === 0)
    throw new ReaderError(`${place}: expected listings of ${exercise.source}, got none of its functions`, way);
  const possible = (await programFiles(exercise)).flatMap(({name, text}) =>
    text.split("\n").map((_, index) => `${name}:${index + 1}`)
  );
  return {found: heaviestFirst(found), possible, charged: ""};
}

function otherKind(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return "something else";
  if ("nodes" in value) return "a .cpuprofile";
  if ("head" in value) return "a .heapprofile";
  return "snapshot" in value ? "a heap snapshot" : null;
}

/** A function within another is listed in both: its lines count once. */
function linesIn({functions}: ListingFile, {source}: Exercise): Candidate[] {
  const program = dirname(source).replace(/^labs\/programs/, "");
  const byName = new Map<string, Candidate>();
  for (const {name: within, file, lines} of functions) {
    const path = file.replaceAll("\\", "/");
    if (!path.endsWith(`${program}/${basename(path)}`)) continue;
    for (const {line, us, samples, doubtful} of lines) {
      const name = `${basename(path)}:${line}`;
      if (us > (byName.get(name)?.weight ?? 0)) byName.set(name, {name, weight: us, samples, within, doubtful});
    }
  }
  return [...byName.values()];
}
