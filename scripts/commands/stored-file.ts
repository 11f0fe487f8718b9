import {existsSync, statSync} from "node:fs";
import {ReaderError} from "../errors.js";
import {importedFile, labFile, localFile} from "../store.js";

/**
 * The file that an argument means: a path, a lab that was measured here, or what was imported under a name.
 *
 * @throws ReaderError if there is none
 */
export function storedFile(argument: string): string {
  if (statSync(argument, {throwIfNoEntry: false})?.isFile() === true) return argument;
  if (!/^[\w-]+$/.test(argument)) throw new ReaderError(`${argument}: no such file`);
  const file = [localFile(argument), importedFile(argument)].find((one) => existsSync(one));
  if (file !== undefined) return file;
  const hint = existsSync(labFile(argument))
    ? `\`lab run ${argument}\` measures it`
    : "`lab list` shows the labs; files are named by their path";
  throw new ReaderError(`${argument}: no such file, and no result of a lab of this name`, hint);
}
