import {prepared} from "#lib/lab.js";
import {type Data, LARGE, type Lookup, lookup, mapOf, objectOf, type Table} from "./data.js";

// #region get
function getNumber({table, wanted}: Lookup<Table<number> | readonly number[], number>): number {
  let total = 0;
  for (let i = 0; i < wanted.length; i++) total += table[wanted[i]!]!;
  return total;
}

function getNumberFromMap({table, wanted}: Lookup<Map<number, number>, number>): number {
  let total = 0;
  for (let i = 0; i < wanted.length; i++) total += table.get(wanted[i]!)!;
  return total;
}
// #endregion

const fromObject = {run: getNumber, sizes: LARGE};
const fromMap = {run: getNumberFromMap, sizes: LARGE};
const upwards = ({values}: Data) => values.map((_, i) => i);

/** Whole numbers as keys: 0, 1, 2 … and far apart. */
export const numbered = {
  "dense-object": prepared({
    ...fromObject,
    title: "object: keys 0, 1, 2 …",
    prepare: (data: Data) => lookup(objectOf(upwards(data), data), upwards(data), data)
  }),
  "dense-array": prepared({
    ...fromObject,
    title: "array: keys 0, 1, 2 …",
    prepare: (data: Data) => lookup(data.values, upwards(data), data),
    against: "dense-object"
  }),
  "dense-map": prepared({
    ...fromMap,
    title: "Map: keys 0, 1, 2 …",
    prepare: (data: Data) => lookup(mapOf(upwards(data), data), upwards(data), data),
    against: "dense-object"
  }),
  "sparse-object": prepared({
    ...fromObject,
    title: "object: numbers far apart",
    prepare: (data: Data) => lookup(objectOf(data.ids, data), data.ids, data)
  }),
  "sparse-map": prepared({
    ...fromMap,
    title: "Map: numbers far apart",
    prepare: (data: Data) => lookup(mapOf(data.ids, data), data.ids, data),
    against: "sparse-object"
  })
};
