import type {Random} from "#lib/lab.js";

export const SIZES = [100, 1_000, 10_000];
export const LARGE = [1_000, 10_000];
export const MIDDLE = [1_000];

/** The data of one size, of which each variant makes its own. */
export interface Data {
  /** Whole numbers below a thousand. */
  readonly values: readonly number[];
  /** Different whole numbers below 2 ** 30, far apart. */
  readonly ids: readonly number[];
  /** 0 … size − 1 in the order in which things are looked up. */
  readonly order: readonly number[];
}

/** Values, ids and an order, from a seed. */
export function dataOf(size: number, random: Random): Data {
  const values = Array.from({length: size}, () => Math.floor(random() * 1000));
  const ids = new Set<number>();
  while (ids.size < size) ids.add(Math.floor(random() * 2 ** 30));
  return {values, ids: [...ids], order: shuffled(size, random)};
}

function shuffled(size: number, random: Random): number[] {
  const order = Array.from({length: size}, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** One text for each id. */
export function keysOf({ids}: Data): string[] {
  return ids.map((id) => `id-${id}`);
}

/** An object used as a dictionary. */
export type Table<Key extends string | number = string> = {[key in Key]: number};

/** An object with a property for each key. */
export function objectOf<Key extends string | number>(keys: readonly Key[], {values}: Data): Table<Key> {
  const table = {} as Table<Key>;
  for (let i = 0; i < keys.length; i++) table[keys[i]!] = values[i]!;
  return table;
}

/** A Map with an entry for each key. */
export function mapOf<Key>(keys: readonly Key[], {values}: Data): Map<Key, number> {
  const table = new Map<Key, number>();
  for (let i = 0; i < keys.length; i++) table.set(keys[i]!, values[i]!);
  return table;
}

/** A dictionary and the keys that are looked up in it. */
export interface Lookup<Dictionary, Key = string> {
  readonly table: Dictionary;
  readonly wanted: readonly Key[];
}

/** Look-ups of all keys in the order of the data. */
export function lookup<Dictionary, Key>(
  table: Dictionary,
  keys: readonly Key[],
  {order}: Data
): Lookup<Dictionary, Key> {
  return {table, wanted: order.map((i) => keys[i]!)};
}
