import {readFile} from "node:fs/promises";

/** The value of a file that a recorded program left; undefined if it is not there, or no JSON. */
export async function jsonAt(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
