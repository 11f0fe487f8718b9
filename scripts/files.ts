import {mkdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import process from "node:process";
import {ReaderError} from "./errors.js";
import {shownPath} from "./shown-path.js";

/** A result file larger than this is refused before it is read. */
export const MOST_BYTES = 64 * 2 ** 20;

/**
 * Reads a whole file, whoever made it: a pipe or a device would never end, or grow without bound.
 *
 * @param place names it in messages
 * @param most bytes that it may have
 * @throws ReaderError if it is missing, not a plain file, too large, or not to be read
 */
export async function readBounded(file: string, place: string, most = MOST_BYTES): Promise<Buffer> {
  const facts = await stat(file).catch(() => null);
  if (facts === null) throw new ReaderError(`${place}: no such file`);
  if (!facts.isFile()) throw new ReaderError(`${place}: expected a file, got a folder, a device or a pipe`);
  if (facts.size > most) throw new ReaderError(`${place}: expected at most ${most} bytes, got ${facts.size}`);
  return readFile(file).catch((error: Error) => {
    throw new ReaderError(`${place}: cannot be read: ${error.message}`, "", {cause: error});
  });
}

export async function removeFile(file: string): Promise<void> {
  await rm(file, {force: true});
}

/**
 * A temporary file, then a rename: a reader sees the old file or the new one, never a part.
 *
 * @throws ReaderError that names the file, if the system refuses; the old file is left as it was
 */
export async function writeAtomically(file: string, text: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, {force: true}).catch(() => {});
    throw cannotWrite(file, error);
  }
}

/** Moves a file of ours that cannot be read out of the way. @returns where it is now */
export async function setAside(file: string): Promise<string> {
  const aside = `${file}.unreadable`;
  await rename(file, aside);
  return aside;
}

/** What to throw when the system refused to write: names the file, which the system's own error may not. */
export function cannotWrite(file: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code === undefined) return error;
  return new ReaderError(
    `${shownPath(file)}: cannot be written: ${(error as Error).message}`,
    "make room there, or see who may write there",
    {cause: error}
  );
}
