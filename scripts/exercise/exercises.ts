import {existsSync, readdirSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join, relative} from "node:path";
import {closest} from "fastest-levenshtein";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {range} from "#lib/schema-parts.js";
import {ReaderError} from "../errors.js";
import {ROOT} from "../store.js";

const PROGRAMS = join(ROOT, "labs/programs");

const Definition = v.strictObject({
  name: v.string(),
  /**
   * What the reader is to name: a function or a line by time; a function by the bytes that it allocated; a file and a
   * line by the listings of `lab profile lines`; what keeps that by which a heap has grown; the function that kept the
   * event loop.
   */
  asks: v.picklist(["function", "line", "allocation", "place", "retainer", "block"]),
  question: v.string(),
  /** The command that records what is judged. */
  record: v.string(),
  hint: v.string(),
  /** Bytes that a profile of the right kind holds in all; one of another kind does not. */
  bytes: v.exactOptional(range),
  /** Why a function, or a retainer, is the right answer, should the profile show that it is. */
  why: v.record(v.string(), v.string())
});

/** A question that a profile of a program answers. */
export interface Exercise extends v.InferOutput<typeof Definition> {
  /** Path of the program, from the root of the repository. */
  readonly source: string;
}

/** All exercises: those that stand beside the programs. @throws ResultError if one is malformed */
export async function readExercises(): Promise<Exercise[]> {
  const files = readdirSync(PROGRAMS)
    .sort()
    .map((program) => join(PROGRAMS, program, "exercises.json"));
  const lists = files.filter(existsSync).map(async (file) => {
    const place = relative(ROOT, file).replaceAll("\\", "/");
    const definitions = checkValue(v.array(Definition), JSON.parse(await readFile(file, "utf8")), place);
    return definitions.map((each) => ({...each, source: place.replace("exercises.json", "app.js")}));
  });
  return (await Promise.all(lists)).flat();
}

/** @throws ReaderError that names the nearest exercise, and all */
export async function exerciseNamed(name: string): Promise<Exercise> {
  const all = await readExercises();
  const found = all.find((exercise) => exercise.name === name);
  if (found !== undefined) return found;
  const names = all.map((exercise) => exercise.name);
  throw new ReaderError(`--exercise: no exercise ${name}`, [
    `did you mean ${closest(name, names)}?`,
    `there are: ${names.join(", ")}`
  ]);
}
