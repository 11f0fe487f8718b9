import {open, stat} from "node:fs/promises";
import type {ClassRow, SnapshotClasses} from "#lib/profile/class-growth.js";
import {heapClassName} from "#lib/profile/heap-graph.js";
import {scanNumbers} from "./scan-numbers.js";
import {placesIn, readSnapshotText, type SnapshotText} from "./snapshot-text.js";

const HEAD_BYTES = 4096;

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
  const snapshot = await readSnapshotText(file);
  const counted = countNodes(snapshot);
  const strings = snapshot.strings();
  return summed(snapshot.place, counted, (type, name) => heapClassName(snapshot.nodes.typeNames[type], strings[name]));
}

interface Counted {
  readonly type: number;
  readonly name: number;
  count: number;
  bytes: number;
}

/** The objects by type and name, both as numbers. */
function countNodes({bytes, nodes: {at, fields}, place}: SnapshotText): Iterable<Counted> {
  const [typeAt, nameAt, sizeAt] = placesIn(fields, ["type", "name", "self_size"], `${place}: meta.node_fields`);
  const counted = new Map<number, Counted>();
  scanNumbers(bytes, at, fields.length, place, (row) => {
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
