import type {HeapGraph} from "#lib/profile/heap-graph.js";
import {ReaderError} from "../../errors.js";
import {scanNumbers} from "./scan-numbers.js";
import {placesIn, readSnapshotText, type SnapshotText} from "./snapshot-text.js";

/**
 * Reads the objects of a `.heapsnapshot` and their references.
 *
 * @throws ReaderError or ResultError that names file and place if it is missing, cut off, no snapshot, or wrong in itself
 */
export async function readSnapshotGraph(file: string): Promise<HeapGraph> {
  const snapshot = await readSnapshotText(file);
  const {edgeCounts, ...nodes} = readNodes(snapshot);
  const firstEdge = new Uint32Array(edgeCounts.length + 1);
  for (const [node, count] of edgeCounts.entries()) firstEdge[node + 1] = firstEdge[node]! + count;
  const edges = readEdges(snapshot, edgeCounts.length, firstEdge.at(-1)!);
  return {...nodes, firstEdge, ...edges, strings: snapshot.strings()};
}

function readNodes({bytes, nodes: {at, fields, typeNames}, place}: SnapshotText) {
  const wanted = ["type", "name", "self_size", "edge_count"];
  const [typeAt, nameAt, sizeAt, edgesAt] = placesIn(fields, wanted, `${place}: meta.node_fields`);
  const [types, names, sizes, edgeCounts]: [number[], number[], number[], number[]] = [[], [], [], []];
  scanNumbers(bytes, at, fields.length, place, (row) => {
    types.push(row[typeAt!]!);
    names.push(row[nameAt!]!);
    sizes.push(row[sizeAt!]!);
    edgeCounts.push(row[edgesAt!]!);
  });
  return {
    types: Uint8Array.from(types),
    names: Uint32Array.from(names),
    sizes: Float64Array.from(sizes),
    edgeCounts,
    typeNames
  };
}

function readEdges({bytes, nodes, edges, place}: SnapshotText, objects: number, count: number) {
  const {at, fields, typeNames} = edges();
  const wanted = ["type", "name_or_index", "to_node"];
  const [typeAt, nameAt, toAt] = placesIn(fields, wanted, `${place}: meta.edge_fields`);
  const edgeTypes = new Uint8Array(count);
  const [edgeNames, edgeTo] = [new Uint32Array(count), new Uint32Array(count)];
  let edge = 0;
  scanNumbers(bytes, at, fields.length, place, (row) => {
    const to = row[toAt!]! / nodes.fields.length;
    if (edge >= count || !Number.isInteger(to) || to >= objects)
      throw new ReaderError(`${place}: reference ${edge}: expected one of an object of the snapshot to another`, [
        "it was changed, or cut off"
      ]);
    edgeTypes[edge] = row[typeAt!]!;
    edgeNames[edge] = row[nameAt!]!;
    edgeTo[edge++] = to;
  });
  if (edge < count) throw new ReaderError(`${place}: expected ${count} references, got ${edge}`, "it was cut off");
  return {edgeTypes, edgeNames, edgeTo, edgeTypeNames: typeNames};
}
