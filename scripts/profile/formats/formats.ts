import {ReaderError} from "../../errors.js";
import {cpuprofile} from "./cpuprofile.js";
import {flight} from "./flight.js";
import {folded} from "./folded.js";
import type {Format} from "./format.js";
import {heapprofile} from "./heapprofile.js";
import {html} from "./html.js";
import {pprof} from "./pprof.js";
import {speedscope} from "./speedscope.js";
import {svg} from "./svg.js";

/** All formats, in the order of help texts. */
export const FORMATS: readonly Format[] = [cpuprofile, heapprofile, folded, speedscope, pprof, svg, html, flight];

export const READABLE = FORMATS.filter(({read}) => read !== undefined).map(({name}) => name);

/**
 * The format that a file is to be written in: by name, else by its ending. Ask before a recording begins.
 *
 * @throws ReaderError if the ending says nothing
 */
export function formatToWrite(file: string, name?: string): Format {
  const format = FORMATS.find((each) => (name === undefined ? hasEnding(file, each) : each.name === name));
  if (format !== undefined) return format;
  const known = FORMATS.flatMap(({endings}) => endings.slice(0, 1)).join(", ");
  throw new ReaderError(`${file}: its ending names no format`, `known are ${known}`);
}

/** The format of this name. @throws ReaderError if it does not exist or can only be written */
export function formatToRead(name: string): Format & Required<Pick<Format, "read">> {
  const format = FORMATS.find((each) => each.name === name);
  if (format?.read === undefined) throw new ReaderError(`${name} cannot be read`, `known are ${READABLE.join(", ")}`);
  return {...format, read: format.read};
}

function hasEnding(file: string, {endings}: Format): boolean {
  return endings.some((ending) => file.toLowerCase().endsWith(ending));
}
