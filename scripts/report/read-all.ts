import type {Result} from "#lib/result.js";
import {explain} from "../errors.js";
import {readResult} from "../store.js";

/** Reads results; one that cannot be used costs the others nothing, and leaves its error as text. */
export async function readAll(files: readonly string[]): Promise<{results: Result[]; errors: string[]}> {
  const results: Result[] = [];
  const errors: string[] = [];
  for (const file of files) {
    try {
      results.push(await readResult(file));
    } catch (error) {
      const {exitCode, text} = explain(error);
      if (exitCode !== 2) throw error;
      errors.push(text);
    }
  }
  return {results, errors};
}
