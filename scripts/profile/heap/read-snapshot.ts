import {open, stat} from "node:fs/promises";
import {basename, relative} from "node:path";
import process from "node:process";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import type {ClassRow, SnapshotClasses} from "#lib/profile/class-growth.js";
import {ReaderError} from "../../errors.js";
import {readBounded} from "../../files.js";
import {parsedJson} from "../../parsed-json.js";
import {scanNumbers} from "./scan-numbers.js";

/** What Node reads at once is less than 2 GiB. */
const MOST_BYTES = 2 ** 31 - 1;
/** More than this is no string of V8's. */
const MOST_TEXT = 500 * 2 ** 20;
const HEAD_BYTES = 4096;

/** As V8 writes it: `nodes` is a row of numbers for each object, `strings` comes last. */
const Layout = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      node_types: v.pipe(v.array(v.unknown()), v.minLength(1))
    })
  })
});
const TypeNames = v.array(v.string());
const Strings = v.array(v.string());

/** Types of objects that have a name of their own; any other is told by its type. */
const NAMED: ReadonlySet<string> = new Set(["object", "native"]);
const WORDS: Readonly<Record<string, string>> = {hidden: "(system)", code: "(compiled code)", closure: "(function)"};

/** Whether a file begins as heap snapshots do; false if it cannot be read. */
export async function isSnapshot(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => null);
  const handle = facts?.isFile() === true ? await open(file).catch(() => null) : null;
  if (handle === null) return false;
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return /^\s*\{\s*"snapshot"\s*:\s*\{/.test(buffer.toString("latin1", 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/**
 * Counts the objects of a `.heapsnapshot` by constructor. The file is scanned, not parsed: only its texts are held.
 *
 * @throws ReaderError or ResultError that names file and place if it is missing, cut off or no snapshot
 */
export async function readSnapshotClasses(file: string): Promise<SnapshotClasses> {
  const place = placeOf(file);
  const bytes = await readBounded(file, place, MOST_BYTES);
  const nodesAt = after(bytes, '"nodes":[', place);
  const stringsAt = after(bytes, '"strings":[', place);
  const head = `${bytes.toString("utf8", 0, bytes.lastIndexOf(",", nodesAt))}}`;
  const {node_fields: fields, node_types: types} = checkValue(Layout, parsedJson(head), place).snapshot.meta;
  const typeNames = checkValue(TypeNames, types[fields.indexOf("type")], `${place}: meta.node_types`);
  const counted = countNodes(bytes, nodesAt, fields, place);
  const strings = readStrings(bytes.subarray(stringsAt - 1, bytes.lastIndexOf("]") + 1), place);
  return summed(place, counted, (type, name) => className(typeNames[type], strings[name]));
}

function readStrings(bytes: Buffer, place: string): readonly string[] {
  if (bytes.length > MOST_TEXT) throw new ReaderError(`${place}: expected at most ${MOST_TEXT} bytes of texts`);
  return checkValue(Strings, parsedJson(bytes.toString("utf8")), `${place}: strings`);
}

interface Counted {
  readonly type: number;
  readonly name: number;
  count: number;
  bytes: number;
}

/** The objects by type and name, both as numbers. */
function countNodes(bytes: Buffer, start: number, fields: readonly string[], place: string): Iterable<Counted> {
  const [typeAt, nameAt, sizeAt] = ["type", "name", "self_size"].map((field) => fields.indexOf(field));
  if (typeAt! < 0 || nameAt! < 0 || sizeAt! < 0)
    throw new ReaderError(`${place}: meta.node_fields: expected type, name and self_size, got ${fields.join(", ")}`);
  const counted = new Map<number, Counted>();
  scanNumbers(bytes, start, fields.length, place, (row) => {
    const [type, name] = [row[typeAt!]!, row[nameAt!]!];
    const key = name * 64 + type;
    const known = counted.get(key) ?? {type, name, count: 0, bytes: 0};
    known.count++;
    known.bytes += row[sizeAt!]!;
    counted.set(key, known);
  });
  return counted.values();
}

function summed(
  place: string,
  counted: Iterable<Counted>,
  nameOf: (type: number, name: number) => string
): SnapshotClasses {
  const byName = new Map<string, {count: number; bytes: number}>();
  let [objects, bytes] = [0, 0];
  for (const {type, name, count, bytes: size} of counted) {
    const row = byName.get(nameOf(type, name)) ?? {count: 0, bytes: 0};
    row.count += count;
    row.bytes += size;
    byName.set(nameOf(type, name), row);
    objects += count;
    bytes += size;
  }
  const classes: ClassRow[] = [...byName].map(([name, row]) => ({name, ...row}));
  return {place, objects, bytes, classes: classes.sort((a, b) => b.bytes - a.bytes)};
}

function className(type = "unknown", name = ""): string {
  if (NAMED.has(type)) return name === "" ? `(${type})` : name;
  return WORDS[type] ?? `(${type})`;
}

function after(bytes: Buffer, text: string, place: string): number {
  const at = bytes.indexOf(text);
  if (at >= 0) return at + text.length;
  throw new ReaderError(`${place}: expected a heap snapshot with ${text}…`, "it was cut off, or is something else");
}

function placeOf(file: string): string {
  return relative(process.cwd(), file) || basename(file);
}
