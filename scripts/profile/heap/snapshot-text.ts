import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {ReaderError} from "../../errors.js";
import {readBounded} from "../../files.js";
import {parsedJson} from "../../parsed-json.js";
import {shownPath} from "../../shown-path.js";

/** What Node reads at once is less than 2 GiB. */
const MOST_BYTES = 2 ** 31 - 1;
/** More than this is no string of V8's. */
const MOST_TEXT = 500 * 2 ** 20;

const TypeNames = v.array(v.string());
/** As V8 writes it: `nodes` is a row of numbers for each object, `edges` one for each reference; `strings` comes last. */
const Layout = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      node_types: v.pipe(v.array(v.unknown()), v.minLength(1)),
      edge_fields: v.optional(v.array(v.string()), []),
      edge_types: v.optional(v.array(v.unknown()), [])
    })
  })
});

/** Rows of numbers in a heap snapshot. */
export interface SnapshotRows {
  /** Index of the byte behind the bracket that opens them. */
  readonly at: number;
  /** What the numbers of a row are. */
  readonly fields: readonly string[];
  /** What the number in the field `type` stands for. */
  readonly typeNames: readonly string[];
}

/** A `.heapsnapshot` in memory, with the places of its parts. */
export interface SnapshotText {
  readonly place: string;
  readonly bytes: Buffer;
  readonly nodes: SnapshotRows;
  /** @throws ReaderError or ResultError if it has none */
  edges(): SnapshotRows;
  /** @throws ReaderError or ResultError if they were cut off */
  strings(): readonly string[];
}

/** @throws ReaderError or ResultError that names file and place if it is missing, cut off or no snapshot */
export async function readSnapshotText(file: string): Promise<SnapshotText> {
  const place = shownPath(file);
  const bytes = await readBounded(file, place, MOST_BYTES);
  const nodesAt = after(bytes, '"nodes":[', place);
  const stringsAt = after(bytes, '"strings":[', place);
  const head = `${bytes.toString("utf8", 0, bytes.lastIndexOf(",", nodesAt))}}`;
  const {meta} = checkValue(Layout, parsedJson(head), place).snapshot;
  const namesIn = (types: readonly unknown[], fields: readonly string[], what: string) =>
    checkValue(TypeNames, types[fields.indexOf("type")], `${place}: meta.${what}`);
  return {
    place,
    bytes,
    nodes: {at: nodesAt, fields: meta.node_fields, typeNames: namesIn(meta.node_types, meta.node_fields, "node_types")},
    edges: () => ({
      at: after(bytes, '"edges":[', place),
      fields: meta.edge_fields,
      typeNames: namesIn(meta.edge_types, meta.edge_fields, "edge_types")
    }),
    strings: () => readStrings(bytes.subarray(stringsAt - 1, bytes.lastIndexOf("]") + 1), place)
  };
}

/**
 * Where the numbers that are asked for stand in a row.
 *
 * @throws ReaderError if one is missing
 */
export function placesIn(fields: readonly string[], wanted: readonly string[], where: string): number[] {
  const places = wanted.map((field) => fields.indexOf(field));
  if (!places.includes(-1)) return places;
  const expected = `${wanted.slice(0, -1).join(", ")} and ${wanted.at(-1)}`;
  throw new ReaderError(`${where}: expected ${expected}, got ${fields.join(", ")}`);
}

function readStrings(bytes: Buffer, place: string): readonly string[] {
  if (bytes.length > MOST_TEXT) throw new ReaderError(`${place}: expected at most ${MOST_TEXT} bytes of texts`);
  return checkValue(TypeNames, parsedJson(bytes.toString("utf8")), `${place}: strings`);
}

function after(bytes: Buffer, text: string, place: string): number {
  const at = bytes.indexOf(text);
  if (at >= 0) return at + text.length;
  throw new ReaderError(`${place}: expected a heap snapshot with ${text}…`, "it was cut off, or is something else");
}
