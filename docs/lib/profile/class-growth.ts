/** The objects of one constructor in a heap snapshot. Texts are as they stand in the file. */
export interface ClassRow {
  /** Name of the constructor; in parentheses for what no constructor made: (string), (compiled code). */
  readonly name: string;
  readonly count: number;
  /** Of the objects themselves, without what only they keep alive. */
  readonly bytes: number;
}

/** What a heap snapshot holds, by constructor. */
export interface SnapshotClasses {
  /** Names it in messages and tables. */
  readonly place: string;
  readonly objects: number;
  readonly bytes: number;
  /** The most bytes first. */
  readonly classes: readonly ClassRow[];
}

/** What became of the objects of a constructor from one snapshot to another. */
export interface ClassGrowth {
  readonly name: string;
  readonly before: Omit<ClassRow, "name">;
  readonly after: Omit<ClassRow, "name">;
  /** Bytes after less bytes before. */
  readonly growth: number;
  /** Objects after less objects before. */
  readonly countGrowth: number;
}

const NONE = {count: 0, bytes: 0};

/** Compares two heap snapshots constructor by constructor: the greatest growth in bytes first, to either direction. */
export function classGrowth(a: SnapshotClasses, b: SnapshotClasses): ClassGrowth[] {
  const [before, after] = [byName(a), byName(b)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => {
      const [was, is] = [before.get(name) ?? NONE, after.get(name) ?? NONE];
      return {
        name,
        before: {count: was.count, bytes: was.bytes},
        after: {count: is.count, bytes: is.bytes},
        growth: is.bytes - was.bytes,
        countGrowth: is.count - was.count
      };
    })
    .sort((one, other) => Math.abs(other.growth) - Math.abs(one.growth) || other.after.bytes - one.after.bytes);
}

function byName({classes}: SnapshotClasses): ReadonlyMap<string, ClassRow> {
  return new Map(classes.map((row) => [row.name, row]));
}
