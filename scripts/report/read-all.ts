import {type Imported, saysImported} from "#lib/imported.js";
import type {Result} from "#lib/result.js";
import {explain} from "../errors.js";
import {readStored} from "../store.js";

/** What could be read, each kind in the order of the files. */
export interface ReadAll {
  readonly results: Result[];
  readonly imported: Imported[];
  readonly errors: string[];
}

/**
 * Reads results; one that cannot be used costs the others nothing, and leaves its error as text.
 *
 * @param fileOf finds the file that was meant
 */
export async function readAll(
  files: readonly string[],
  fileOf = (argument: string): string => argument
): Promise<ReadAll> {
  const all: ReadAll = {results: [], imported: [], errors: []};
  for (const file of files) {
    try {
      const stored = await readStored(fileOf(file));
      if (isImported(stored)) all.imported.push(stored);
      else all.results.push(stored);
    } catch (error) {
      const {exitCode, text} = explain(error);
      if (exitCode !== 2) throw error;
      all.errors.push(text);
    }
  }
  return all;
}

/** Tells what another tool has measured from a result of ours. */
export function isImported(stored: Result | Imported): stored is Imported {
  return saysImported(stored);
}
