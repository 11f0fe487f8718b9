import {gunzipSync} from "node:zlib";
import type {Profile} from "#lib/profile/profile.js";
import {ReaderError} from "../../errors.js";
import {readBounded} from "../../files.js";
import {shownPath} from "../../shown-path.js";
import {type Detected, detect} from "./detect.js";
import type {Content} from "./format.js";
import {formatToRead} from "./formats.js";

/** More than this is no string of V8's, and so no JSON that could be read. */
const MOST_BYTES = 500 * 2 ** 20;

const ONLY_SHOWN: ReadonlyMap<string, string> = new Map([
  ["jfr", "recordings of Java's Flight Recorder"],
  ["trace", "trace events"]
]);

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
  const kind = ONLY_SHOWN.get(format);
  if (kind === undefined) return formatToRead(format).read(content);
  throw new ReaderError(`${content.place}: ${kind} are shown, not read`, "`lab profile view` opens them in Speedscope");
}

/** The bytes of a profile, unpacked, and what they are. @throws as `readProfile` */
export async function readDetected(file: string): Promise<Content & {readonly format: Detected}> {
  const content = await readContent(file);
  return {...content, format: detect(content)};
}

async function readContent(file: string): Promise<Content> {
  const place = shownPath(file);
  const bytes = await readBounded(file, place, MOST_BYTES);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return {bytes: packed ? unpacked(bytes, place) : bytes, place};
}

function unpacked(bytes: Buffer, place: string): Buffer {
  try {
    return gunzipSync(bytes, {maxOutputLength: MOST_BYTES});
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    const what = large
      ? `expected at most ${MOST_BYTES} bytes when unpacked`
      : `not whole: ${(error as Error).message}`;
    throw new ReaderError(`${place}: ${what}`, large ? "record for a shorter time" : "it was cut off or changed", {
      cause: error
    });
  }
}
