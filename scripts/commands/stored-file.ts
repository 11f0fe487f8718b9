import {existsSync, statSync} from "node:fs";
import {ReaderError} from "../errors.js";
import {importedFile, labFile, localFile} from "../store.js";

/**
 * The file that an argument means: a path, a lab that was measured here, or what was imported under a name.
 *
 * @returns the path of a file, which may not be there if it was given as one
 * @throws ReaderError if there is no lab of this name, or no result of it
 */
export function storedFile(argument: string): string {
  if (statSync(argument, {throwIfNoEntry: false})?.isFile() === true) return argument;
  const isName = /^[\w-]+$/.test(argument);
  const file = isName ? [localFile(argument), importedFile(argument)].find((one) => existsSync(one)) : undefined;
  if (file !== undefined) return file;
  if (!isName || existsSync(argument)) return argument;
  const hint = existsSync(labFile(argument))
    ? `\`lab run ${argument}\` measures it`
    : "`lab list` shows the labs; files are named by their path";
  throw new ReaderError(`${argument}: no such file, and no result of a lab of this name`, hint);
}
