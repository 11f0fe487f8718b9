import {existsSync} from "node:fs";
import {rm, stat, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import process from "node:process";
import {NewerFormatError, ResultError} from "#lib/result.js";
import {ReaderError} from "../errors.js";
import {cannotWrite, setAside} from "../files.js";
import {shownPath} from "../shown-path.js";
import {readResult} from "../store.js";

/**
 * Refuses, before anything is measured, a place of the reader's choice where the result could not be kept.
 *
 * @throws ReaderError if there is no such folder, it cannot be written, or the file is something else
 */
export async function checkOut(file: string, lab: string): Promise<void> {
  const place = shownPath(file);
  const [folder, present] = await Promise.all([dirname(file), file].map((path) => stat(path).catch(() => null)));
  if (!folder?.isDirectory()) throw new ReaderError(`--out: ${place}: no such folder`, "make it first");
  if (present?.isDirectory()) throw new ReaderError(`--out: ${place}: expected a file, got a folder`);
  if (present) await checkPresent(file, lab);
  const trial = `${file}.${process.pid}.tmp`;
  await writeFile(trial, "")
    .finally(() => rm(trial, {force: true}))
    .catch((error) => Promise.reject(cannotWrite(file, error)));
}

async function checkPresent(file: string, lab: string): Promise<void> {
  const result = await readResult(file).catch((error) => {
    if (!(error instanceof ReaderError || error instanceof ResultError)) throw error;
    throw new ReaderError(`--out: ${error.message}`, "give the name of a new file, or of a result", {cause: error});
  });
  if (result.lab === lab) return;
  const place = shownPath(file);
  throw new ReaderError(`--out: ${place}: expected results of ${lab}, got those of ${result.lab}`, "give another file");
}

/**
 * Makes way, before anything is measured, where we keep results ourselves: a file that cannot be read is set
 * aside, never deleted.
 *
 * @param say told what was done
 * @throws NewerFormatError if the file was written by a newer version of this program
 */
export async function makeWay(file: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(file)) return;
  try {
    await readResult(file);
  } catch (error) {
    if (!(error instanceof ReaderError || error instanceof ResultError) || error instanceof NewerFormatError)
      throw error;
    const aside = await setAside(file);
    say(`${error.message}; set aside as ${shownPath(aside)}`);
  }
}
