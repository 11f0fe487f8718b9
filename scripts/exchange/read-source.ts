import {existsSync, statSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {promisify} from "node:util";
import {gunzip} from "node:zlib";
import {ReaderError} from "../errors.js";
import {MOST_BYTES, readBounded} from "../files.js";
import {parsedJson} from "../parsed-json.js";
import {shownPath} from "../shown-path.js";
import type {Source} from "./format.js";

/** How deep a folder is searched, and how many of its files are looked at. */
const DEEPEST = 8;
const MOST_FILES = 20_000;

/**
 * Reads a file of another tool, decompressed if it is gzip, or the samples below a folder.
 *
 * @throws ReaderError if it is missing, too large, or cannot be read
 */
export async function readSource(path: string): Promise<Source> {
  const place = shownPath(path);
  const isFolder = statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
  const described = basename(path) === "sample.json" && existsSync(join(dirname(path), "benchmark.json"));
  if (isFolder) return {place, text: "", json: undefined, folder: await readSamples(path)};
  if (described) return {place, text: "", json: undefined, folder: await readSamples(dirname(path))};
  const text = decoded(await decompressed(await readBounded(path, place), place));
  return {place, text, json: parsedJson(text), folder: null};
}

async function decompressed(bytes: Buffer, place: string): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return promisify(gunzip)(bytes, {maxOutputLength: MOST_BYTES}).catch((error: NodeJS.ErrnoException) => {
    const large = error.code === "ERR_BUFFER_TOO_LARGE";
    const what = large ? `expected at most ${MOST_BYTES} bytes when decompressed` : `not whole: ${error.message}`;
    throw new ReaderError(`${place}: ${what}`, large ? "" : "copy it again, as it is", {cause: error});
  });
}

/**
 * UTF-8, or the UTF-16 that Windows PowerShell writes for `>`; without the mark that either may begin with. No format
 * begins with a character beyond ASCII: one byte of zero among the first two is half of a character of UTF-16.
 */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const text = (big ? Buffer.from(whole).swap16() : bytes).toString(little || big ? "utf16le" : "utf8");
  return text.replace(/^\ufeff/, "");
}

/** The files `sample.json` and `benchmark.json` below a folder, by path. */
async function readSamples(folder: string): Promise<Map<string, string>> {
  const paths = (await filesBelow(folder, "", DEEPEST)).filter((path) => /(^|\/)(sample|benchmark)\.json$/.test(path));
  if (paths.length > MOST_FILES) throw new ReaderError(`${folder}: expected at most ${MOST_FILES} files`);
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const path of paths.sort()) {
    const content = await readBounded(join(folder, path), join(shownPath(folder), path));
    bytes += content.length;
    if (bytes > MOST_BYTES) throw new ReaderError(`${folder}: expected at most ${MOST_BYTES} bytes of samples`);
    texts.set(path, content.toString("utf8"));
  }
  return texts;
}

async function filesBelow(folder: string, path: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(folder, path), {withFileTypes: true});
  const found: string[] = [];
  for (const entry of entries) {
    const below = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isFile()) found.push(below);
    else if (entry.isDirectory() && depth > 1) found.push(...(await filesBelow(folder, below, depth - 1)));
  }
  return found;
}
