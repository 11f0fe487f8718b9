import {readFile, stat} from "node:fs/promises";
import {basename, relative} from "node:path";
import {gunzipSync} from "node:zlib";
import type {Profile} from "#lib/profile/profile.js";
import {ReaderError} from "../../errors.js";
import {type Detected, detect} from "./detect.js";
import type {Content} from "./format.js";
import {formatToRead} from "./formats.js";

/** More than this is no string of V8's, and so no JSON that could be read. */
const MOST_BYTES = 500 * 2 ** 20;

/**
 * Reads a profile in any format that is known, compressed or not. What it is says its content, not its name.
 *
 * @param from name of the format, if the content is not to be asked
 * @throws ReaderError or ResultError that names file and place, if it is missing, empty, cut off, too large, of
 * another kind or wrong in itself
 */
export async function readProfile(file: string, from?: string): Promise<Profile> {
  const content = await readContent(file);
  const format = from ?? detect(content);
  if (format === "jfr") {
    throw new ReaderError(
      `${content.place}: a recording of Java's Flight Recorder is shown, not converted`,
      "`lab profile view` opens it in Speedscope"
    );
  }
  return formatToRead(format).read(content);
}

/** The bytes of a profile, unpacked, and what they are. @throws as `readProfile` */
export async function readDetected(file: string): Promise<Content & {readonly format: Detected}> {
  const content = await readContent(file);
  return {...content, format: detect(content)};
}

async function readContent(file: string): Promise<Content> {
  const place = relative(process.cwd(), file) || basename(file);
  const bytes = await readBounded(file, place);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return {bytes: packed ? unpacked(bytes, place) : bytes, place};
}

/** A pipe or a device would never end, or grow without bound. */
async function readBounded(file: string, place: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => null);
  if (facts === null) throw new ReaderError(`${place}: no such file`);
  if (!facts.isFile()) throw new ReaderError(`${place}: expected a file, got a folder, a device or a pipe`);
  if (facts.size > MOST_BYTES) throw tooLarge(place, facts.size);
  return readFile(file).catch((error: Error) => {
    throw new ReaderError(`${place}: cannot be read: ${error.message}`, "", {cause: error});
  });
}

function unpacked(bytes: Buffer, place: string): Buffer {
  try {
    return gunzipSync(bytes, {maxOutputLength: MOST_BYTES});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(place, "more when unpacked");
    throw new ReaderError(`${place}: cannot be unpacked: ${(error as Error).message}`, "it was cut off or changed", {
      cause: error
    });
  }
}

function tooLarge(place: string, got: number | string): ReaderError {
  return new ReaderError(`${place}: expected at most ${MOST_BYTES} bytes, got ${got}`, [
    "record for a shorter time, or with a longer sampling interval"
  ]);
}
