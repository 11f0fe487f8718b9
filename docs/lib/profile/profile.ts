/** What the weights of a profile are. */
export type Unit = "microseconds" | "bytes" | "samples";

/** A function, or a line of one where the file says so. Texts are as they stand in the file: clean before showing. */
export interface Frame {
  /** Empty for an anonymous function; in parentheses for what is no function: (idle), (garbage collector). */
  readonly name: string;
  /** Address or path; empty if not known. */
  readonly file: string;
  /** From 1; 0 if not known. */
  readonly line: number;
  /** From 1; 0 if not known. */
  readonly column: number;
}

/**
 * Who called whom, and how much was found where: columns of equal length, one row a node, callers before what they
 * call. Node 0 is the root and stands for no function.
 */
export interface CallTree {
  /** Index into `frames`; -1 for the root. */
  readonly frame: Int32Array;
  /** Index of the calling node, smaller than the node's own; -1 for the root. */
  readonly parent: Int32Array;
  /** Weight found in the node itself, in the profile's unit. */
  readonly self: Float64Array;
  /** Samples that found it; equal to `self` where the file counts nothing else. */
  readonly samples: Float64Array;
}

/** Samples in order of time. */
export interface Timeline {
  /** The node of each sample: an index into the tree. */
  readonly nodes: Int32Array;
  /** Its weight: for a CPU profile the microseconds to the next sample. */
  readonly weights: Float64Array;
}

/** A profile of any origin. */
export interface Profile {
  /** What it is of; usually the name of the file. */
  readonly title: string;
  readonly unit: Unit;
  readonly frames: readonly Frame[];
  readonly tree: CallTree;
  /** Null where the file does not say in which order samples came. */
  readonly timeline: Timeline | null;
  /** What the reader should know about it, in sentences. */
  readonly notes: readonly string[];
}

/** A stack with its weight: frames from the outermost to where it was found. */
export interface WeightedStack {
  readonly frames: readonly Frame[];
  readonly weight: number;
  readonly samples: number;
}

/** The stacks that have a weight of their own, one for each such node of the tree. */
export function* stacksOf({frames, tree}: Profile): Generator<WeightedStack> {
  for (let node = 0; node < tree.frame.length; node++) {
    if (!hasOwnWeight(tree, node)) continue;
    const stack = stackOf(tree, node).map((index) => frames[index]!);
    yield {frames: stack, weight: tree.self[node]!, samples: tree.samples[node]!};
  }
}

/** Whether something was found in the node itself. */
export function hasOwnWeight({self, samples}: CallTree, node: number): boolean {
  return self[node] !== 0 || samples[node] !== 0;
}

/** The frames of a node, as indexes into `frames`, from the outermost to its own. */
export function stackOf(tree: CallTree, node: number): number[] {
  const stack: number[] = [];
  for (let at = node; at > 0; at = tree.parent[at]!) stack.push(tree.frame[at]!);
  return stack.reverse();
}

/** Weight of each node with all that it called, in the profile's unit. The root's is the total. */
export function totalsOf({parent, self}: CallTree): Float64Array {
  const totals = Float64Array.from(self);
  for (let node = totals.length - 1; node > 0; node--) totals[parent[node]!]! += totals[node]!;
  return totals;
}

/** Weight and samples of the whole profile. */
export function sumOf({tree}: Profile): {weight: number; samples: number} {
  const sum = (column: Float64Array) => column.reduce((before, value) => before + value, 0);
  return {weight: sum(tree.self), samples: sum(tree.samples)};
}
