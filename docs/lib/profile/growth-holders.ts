import type {ClassRow} from "./class-growth.js";
import {type Dominators, dominators} from "./dominators.js";
import {type HeapGraph, heapClassName, keeps} from "./heap-graph.js";

/** What a variable or a property keeps of that by which a heap has grown: nothing else keeps it too. */
export interface GrowthHolder {
  readonly name: string;
  /** An estimate, as `objects` is: which objects of a constructor are new is not known, only how many. */
  readonly bytes: number;
  readonly objects: number;
}

/** Who keeps that by which a heap has grown. */
export interface GrowthHolders {
  /** All that it has grown by, of what is reachable. */
  readonly bytes: number;
  /** The most bytes first; of several objects of one name the one that keeps most. */
  readonly holders: readonly GrowthHolder[];
  /** From the variable to the one object that keeps most of it, each with its names; empty if there is none such. */
  readonly path: readonly {readonly names: readonly string[]; readonly className: string}[];
}

/** An object that keeps less of the growth than this is not the one that keeps it. */
const MOST = 0.5;

/**
 * Finds who keeps what has been added to a heap. Constructors that have grown are told by their sums; each object of such a
 * one counts for the part by which it grew. These parts are summed up the dominator tree. The nearest object that still
 * has most of the sum is the place where it piles up: a list, the table of a map. It is kept by what stands above it, up
 * to the nearest variable; what stands above that keeps everything, and says nothing.
 *
 * @param before what the heap held earlier, by constructor
 */
export function growthHolders(graph: HeapGraph, before: readonly ClassRow[]): GrowthHolders {
  const tree = dominators(graph, keeps(graph));
  const shares = grownShares(graph, tree, before);
  const [bytes, objects] = [summedUp(tree, shares, graph.sizes), summedUp(tree, shares)];
  const whole = bytes[0]!;
  const names = incomingNames(graph);
  const way = heaviestWay(tree, bytes);
  const variable = way.map((node) => node > 0 && isVariable(graph, names, node)).lastIndexOf(true);
  const kept = way.length > 1 ? way.slice(Math.max(1, variable)) : [];
  const above = new Set(way.slice(0, Math.max(1, variable)));
  const best = new Map<string, GrowthHolder>();
  for (const [node, edges] of names) {
    if (above.has(node) || bytes[node] === 0) continue;
    for (const name of namesOf(graph, edges))
      if (bytes[node]! > (best.get(name)?.bytes ?? 0))
        best.set(name, {name, bytes: bytes[node]!, objects: Math.round(objects[node]!)});
  }
  return {
    bytes: whole,
    holders: [...best.values()].sort((a, b) => b.bytes - a.bytes),
    path: kept
      .map((node) => ({names: namesOf(graph, names.get(node) ?? []), className: classAt(graph, node)}))
      .filter((step) => step.names.length > 0)
  };
}

function classAt({types, names, typeNames, strings}: HeapGraph, node: number): string {
  return heapClassName(typeNames[types[node]!], strings[names[node]!]);
}

/** By which part of itself each object stands for growth, 0 to 1. */
function grownShares(graph: HeapGraph, {order}: Dominators, before: readonly ClassRow[]): Float64Array {
  const earlier = new Map(before.map((row) => [row.name, row.bytes]));
  const now = new Map<string, number>();
  for (const node of order) {
    const name = classAt(graph, node);
    now.set(name, (now.get(name) ?? 0) + graph.sizes[node]!);
  }
  const shares = new Float64Array(graph.types.length);
  for (const node of order) {
    const name = classAt(graph, node);
    const bytes = now.get(name)!;
    shares[node] = bytes === 0 ? 0 : Math.max(0, bytes - (earlier.get(name) ?? 0)) / bytes;
  }
  return shares;
}

/** For each object the sum over all that it dominates, itself included. */
function summedUp({parents, order}: Dominators, shares: Float64Array, sizes?: Float64Array): Float64Array {
  const sums = shares.map((share, node) => share * (sizes?.[node] ?? 1));
  for (const node of order) if (parents[node]! >= 0) sums[parents[node]!]! += sums[node]!;
  return sums;
}

/** From the root to the last object that has most of the sum. */
function heaviestWay({parents, order}: Dominators, sums: Float64Array): number[] {
  const heaviest = new Int32Array(sums.length).fill(-1);
  for (const node of order) {
    const parent = parents[node]!;
    if (parent >= 0 && (heaviest[parent]! < 0 || sums[node]! > sums[heaviest[parent]!]!)) heaviest[parent] = node;
  }
  const way = [0];
  for (let next = heaviest[0]!; next >= 0 && sums[next]! > MOST * sums[0]!; next = heaviest[next]!) way.push(next);
  return way;
}

/** The references to each object that have a name in the program: variables and properties. */
function incomingNames(graph: HeapGraph): Map<number, number[]> {
  const follows = keeps(graph);
  const named = new Set(["context", "property"].map((type) => graph.edgeTypeNames.indexOf(type)));
  const found = new Map<number, number[]>();
  for (const [edge, to] of graph.edgeTo.entries()) {
    if (!named.has(graph.edgeTypes[edge]!) || !follows(edge)) continue;
    const known = found.get(to);
    if (known === undefined) found.set(to, [edge]);
    else known.push(edge);
  }
  return found;
}

function isVariable(
  {edgeTypes, edgeTypeNames}: HeapGraph,
  names: ReadonlyMap<number, number[]>,
  node: number
): boolean {
  const context = edgeTypeNames.indexOf("context");
  return (names.get(node) ?? []).some((edge) => edgeTypes[edge] === context);
}

function namesOf({edgeNames, strings}: HeapGraph, edges: readonly number[]): string[] {
  return [...new Set(edges.map((edge) => strings[edgeNames[edge]!]!))];
}
