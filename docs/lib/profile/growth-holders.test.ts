import assert from "node:assert/strict";
import {test} from "node:test";
import {growthHolders} from "./growth-holders.js";
import type {HeapGraph} from "./heap-graph.js";

interface Made {
  readonly type?: string;
  readonly name: string;
  readonly size: number;
  /** Type, name, and the object that is referred to. */
  readonly to?: readonly (readonly [type: string, name: string, to: number])[];
}

const TYPES = ["synthetic", "object", "array", "hidden"];
const EDGES = ["context", "property", "internal", "element", "weak"];

function heap(objects: readonly Made[]): HeapGraph {
  const texts = new Set(objects.flatMap(({name, to = []}) => [name, ...to.map(([, edge]) => edge)]));
  const strings = [...texts];
  const edges = objects.map(({to = []}) => to);
  const firstEdge = new Uint32Array(objects.length + 1);
  for (const [node, own] of edges.entries()) firstEdge[node + 1] = firstEdge[node]! + own.length;
  const all = edges.flat();
  return {
    types: Uint8Array.from(objects.map(({type = "object"}) => TYPES.indexOf(type))),
    names: Uint32Array.from(objects.map(({name}) => strings.indexOf(name))),
    sizes: Float64Array.from(objects.map(({size}) => size)),
    firstEdge,
    edgeTypes: Uint8Array.from(all.map(([type]) => EDGES.indexOf(type))),
    edgeNames: Uint32Array.from(all.map(([, name]) => strings.indexOf(name))),
    edgeTo: Uint32Array.from(all.map(([, , to]) => to)),
    strings,
    typeNames: TYPES,
    edgeTypeNames: EDGES
  };
}

/** A module with two variables: `bus` has a list of eight orders, `cache` an order, and knows all others weakly. */
function shop(orders = 8): HeapGraph {
  const first = 6;
  const elements = Array.from({length: orders}, (_, index) => ["element", String(index), first + 1 + index] as const);
  const weakly = Array.from({length: orders}, (_, index) => ["weak", String(index), first + 1 + index] as const);
  return heap([
    {type: "synthetic", name: "", size: 0, to: [["internal", "module", 1]]},
    {
      type: "hidden",
      name: "system / Context",
      size: 10,
      to: [
        ["context", "bus", 2],
        ["context", "cache", 3]
      ]
    },
    {name: "Bus", size: 10, to: [["property", "listeners", 4]]},
    {name: "Map", size: 10, to: [["internal", "table", 5], ...weakly]},
    {name: "Array", size: 10, to: [["internal", "elements", first]]},
    {type: "array", name: "", size: 10, to: [["element", "0", first + 1 + orders]]},
    {type: "array", name: "", size: 10, to: elements},
    ...Array.from({length: orders}, () => ({name: "Order", size: 100})),
    {name: "Order", size: 100}
  ]);
}

test("what has grown is kept by the list in which it piles up, and by what keeps that, up to the variable", () => {
  const {bytes, holders, path} = growthHolders(shop(), [
    {name: "Order", count: 0, bytes: 0},
    {name: "(array)", count: 2, bytes: 20},
    ...["Bus", "Map", "Array", "(system)"].map((name) => ({name, count: 1, bytes: 10}))
  ]);
  assert.equal(bytes, 900);
  assert.deepEqual(holders, [
    {name: "bus", bytes: 800, objects: 8},
    {name: "listeners", bytes: 800, objects: 8},
    {name: "cache", bytes: 100, objects: 1}
  ]);
  assert.deepEqual(path, [
    {names: ["bus"], className: "Bus"},
    {names: ["listeners"], className: "Array"}
  ]);
});

test("of a constructor that was there before, each object counts for its share of the growth", () => {
  const {bytes, holders} = growthHolders(shop(), [{name: "Order", count: 6, bytes: 600}]);
  const [{name, objects}] = holders as [(typeof holders)[0]];
  assert.deepEqual(
    [name, objects],
    ["bus", Math.round((8 * 300) / 900 + 3)],
    "the list, its array and its bus are new"
  );
  assert.equal(Math.round(bytes), 300 + 60);
});

test("where nothing has grown, or half of it is elsewhere, no one keeps it", () => {
  const same = ["Order", "Bus", "Map", "Array", "(array)", "(system)"].map((name) => ({name, count: 9, bytes: 900}));
  assert.deepEqual(growthHolders(shop(), same), {bytes: 0, holders: [], path: []});
  const few = growthHolders(
    shop(1),
    same.map((row) => (row.name === "Order" ? {...row, bytes: 0} : row))
  );
  assert.deepEqual(few.path, []);
});
