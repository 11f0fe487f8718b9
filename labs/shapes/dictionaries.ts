import {prepared} from "#lib/lab.js";
import {type Data, keysOf, LARGE, type Lookup, lookup, mapOf, objectOf, SIZES, type Table} from "./data.js";

// #region get
function getObject({table, wanted}: Lookup<Table>): number {
  let total = 0;
  for (let i = 0; i < wanted.length; i++) total += table[wanted[i]!]!;
  return total;
}

function getMap({table, wanted}: Lookup<Map<string, number>>): number {
  let total = 0;
  for (let i = 0; i < wanted.length; i++) total += table.get(wanted[i]!)!;
  return total;
}
// #endregion

// #region get-fresh
function getFreshObject({table, wanted}: Lookup<Table, number>): number {
  let total = 0;
  for (let i = 0; i < wanted.length; i++) total += table[`id-${wanted[i]!}`]!;
  return total;
}

function getFreshMap({table, wanted}: Lookup<Map<string, number>, number>): number {
  let total = 0;
  for (let i = 0; i < wanted.length; i++) total += table.get(`id-${wanted[i]!}`)!;
  return total;
}
// #endregion

// #region build
interface Entries {
  readonly keys: readonly string[];
  readonly values: readonly number[];
}

function buildObject({keys, values}: Entries): number {
  const table: Table = {};
  for (let i = 0; i < keys.length; i++) table[keys[i]!] = values[i]!;
  return table[keys[0]!]! + 1000 * table[keys[keys.length - 1]!]!;
}

function buildNull({keys, values}: Entries): number {
  const table: Table = Object.create(null);
  for (let i = 0; i < keys.length; i++) table[keys[i]!] = values[i]!;
  return table[keys[0]!]! + 1000 * table[keys[keys.length - 1]!]!;
}

function buildMap({keys, values}: Entries): number {
  const table = new Map<string, number>();
  for (let i = 0; i < keys.length; i++) table.set(keys[i]!, values[i]!);
  return table.get(keys[0]!)! + 1000 * table.get(keys[keys.length - 1]!)!;
}
// #endregion

// #region churn
/** How many keys live at once. */
const LIVE = 100;

function churnObject(keys: readonly string[]): number {
  const table: Table = {};
  let total = 0;
  for (let i = 0; i < keys.length; i++) {
    table[keys[i]!] = i;
    if (i < LIVE) continue;
    const oldest = keys[i - LIVE]!;
    total += table[oldest]! * oldest.length;
    delete table[oldest];
  }
  return total;
}

function churnMap(keys: readonly string[]): number {
  const table = new Map<string, number>();
  let total = 0;
  for (let i = 0; i < keys.length; i++) {
    table.set(keys[i]!, i);
    if (i < LIVE) continue;
    const oldest = keys[i - LIVE]!;
    total += table.get(oldest)! * oldest.length;
    table.delete(oldest);
  }
  return total;
}
// #endregion

// #region iterate
function iterateObject(table: Table): number {
  let total = 0;
  for (const key in table) total += key.length * table[key]!;
  return total;
}

function iterateEntries(table: Table): number {
  let total = 0;
  for (const [key, value] of Object.entries(table)) total += key.length * value;
  return total;
}

function iterateMap(table: Map<string, number>): number {
  let total = 0;
  for (const [key, value] of table) total += key.length * value;
  return total;
}
// #endregion

const object = (data: Data) => objectOf(keysOf(data), data);
const map = (data: Data) => mapOf(keysOf(data), data);

function ofObject(data: Data): Lookup<Table> {
  const keys = keysOf(data);
  return lookup(objectOf(keys, data), keys, data);
}

function ofMap(data: Data): Lookup<Map<string, number>> {
  const keys = keysOf(data);
  return lookup(mapOf(keys, data), keys, data);
}

const allocation = {kind: "allocation" as const, sizes: LARGE};
const fresh = {
  object: {...allocation, prepare: (data: Data) => lookup(object(data), data.ids, data)},
  map: {...allocation, prepare: (data: Data) => lookup(map(data), data.ids, data)}
};
const building = {...allocation, prepare: (data: Data) => ({keys: keysOf(data), values: data.values}), sizes: SIZES};
const churning = {...allocation, prepare: keysOf};

/** Object and Map as dictionaries from texts. */
export const dictionaries = {
  "get-object": prepared({title: "object: get", prepare: ofObject, run: getObject}),
  "get-map": prepared({title: "Map: get", prepare: ofMap, run: getMap, against: "get-object"}),
  "fresh-object": prepared({...fresh.object, title: "object: get by a new text", run: getFreshObject}),
  "fresh-map": prepared({
    ...fresh.map,
    title: "Map: get by a new text",
    run: getFreshMap,
    against: "fresh-object"
  }),
  "build-object": prepared({...building, title: "object: build", run: buildObject}),
  "build-null": prepared({...building, title: "Object.create(null): build", run: buildNull, against: "build-object"}),
  "build-map": prepared({...building, title: "Map: build", run: buildMap, against: "build-object"}),
  "churn-object": prepared({...churning, title: "object: add and delete", run: churnObject}),
  "churn-map": prepared({...churning, title: "Map: add and delete", run: churnMap, against: "churn-object"}),
  "iterate-object": prepared({...allocation, title: "object: for…in", prepare: object, run: iterateObject}),
  "iterate-entries": prepared({
    ...allocation,
    title: "object: Object.entries",
    prepare: object,
    run: iterateEntries,
    against: "iterate-object"
  }),
  "iterate-map": prepared({
    ...allocation,
    title: "Map: for…of",
    prepare: map,
    run: iterateMap,
    against: "iterate-object"
  })
};
