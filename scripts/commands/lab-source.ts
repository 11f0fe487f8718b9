import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {closest} from "fastest-levenshtein";
import {ReaderError} from "../errors.js";
import {labFile, labNames} from "../store.js";

/**
 * The file of a core lab, or the file that was named.
 *
 * @throws ReaderError that names the nearest lab
 */
export async function labSource(name: string): Promise<string> {
  const core = await labNames();
  if (core.includes(name)) return labFile(name);
  if (existsSync(name) || /[./\\]/.test(name)) return resolve(name);
  throw new ReaderError(
    `no lab and no file ${name}`,
    `did you mean ${closest(name, core)}? there are: ${core.join(", ")}`
  );
}
