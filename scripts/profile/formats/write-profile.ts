import {existsSync} from "node:fs";
import type {Profile} from "#lib/profile/profile.js";
import {ReaderError} from "../../errors.js";
import {writeAtomically} from "../../files.js";
import {shownPath} from "../../shown-path.js";
import type {WriteOptions} from "./format.js";
import {formatToWrite} from "./formats.js";

/** @throws ReaderError if the file exists and may not be replaced. Ask before a recording begins. */
export function refuseOverwrite(file: string, force: boolean): void {
  if (force || !existsSync(file)) return;
  throw new ReaderError(`${shownPath(file)}: exists already`, "--force replaces it");
}

/**
 * Writes a profile in the format that the file's ending names, whole or not at all.
 *
 * @param to name of the format, if it is not the ending that decides
 * @throws ReaderError if the format is unknown, cannot say what the profile says, or the system refuses
 */
export async function writeProfile(
  file: string,
  profile: Profile,
  options: WriteOptions = {},
  to?: string
): Promise<void> {
  const {write} = formatToWrite(file, to);
  await writeAtomically(file, write(profile, options));
}
