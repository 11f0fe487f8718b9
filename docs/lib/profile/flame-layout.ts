import type {CallTree} from "./profile.js";
import {type Children, childrenOf} from "./walk-tree.js";

/** A rectangle of a flame graph. Positions and widths are shares of the whole: 0 to 1. */
export interface FlameBox {
  /** The node it stands for; -1 for several that are too narrow to be told apart. */
  readonly node: number;
  /** How many nodes it stands for, without what they called. */
  readonly nodes: number;
  /** 0 for what the root called. */
  readonly depth: number;
  readonly x: number;
  readonly width: number;
  readonly weight: number;
}

/** A flame graph as rectangles. */
export interface FlameLayout {
  readonly boxes: readonly FlameBox[];
  /** Rows of boxes. */
  readonly depth: number;
  /** Whether stacks deeper than `mostRows` were cut. */
  readonly cut: boolean;
  readonly total: number;
}

/** What to lay out, and how finely. */
export interface FlameOptions {
  /** Weight of each node with all that it called. */
  readonly totals: Float64Array;
  /** The narrowest box, as a share of the whole; siblings narrower than that become one box. */
  readonly narrowest: number;
  readonly mostRows: number;
  /** The node that takes the whole width, under its callers; the root, if left out. */
  readonly from?: number;
}

/**
 * As `layOutFlame` for a picture: the narrowest box is a pixel wide, or as many as it takes to stay below `mostBoxes`,
 * so that the picture of a large profile stays small.
 *
 * @param width of the picture, in pixels
 * @returns the layout, and how many pixels its narrowest box has
 */
export function layOutPicture(
  tree: CallTree,
  {width, mostBoxes, ...options}: Omit<FlameOptions, "narrowest"> & {width: number; mostBoxes: number}
): {layout: FlameLayout; pixels: number} {
  for (let pixels = 1; ; pixels *= 2) {
    const layout = layOutFlame(tree, {...options, narrowest: pixels / width});
    if (layout.boxes.length <= mostBoxes || pixels >= width) return {layout, pixels};
  }
}

/** A node whose boxes above are laid out, and where those of its children begin. */
interface Open {
  readonly node: number;
  readonly depth: number;
  readonly x: number;
}

/**
 * Lays a tree out, the widest sibling first: the order is not time. The number of boxes depends on `narrowest` and
 * on depth, not on the size of the tree.
 */
export function layOutFlame(tree: CallTree, options: FlameOptions): FlameLayout {
  const children = childrenOf(tree);
  const {totals, from = 0, mostRows} = options;
  const total = totals[from]!;
  const boxes = callersOf(tree, from, totals);
  const pending: Open[] = total > 0 ? [{node: from, depth: boxes.length, x: 0}] : [];
  let depth = boxes.length;
  let cut = false;
  for (let open = pending.pop(); open !== undefined; open = pending.pop()) {
    if (open.depth >= mostRows) {
      cut ||= children.first[open.node]! > 0;
      continue;
    }
    const row = rowUnder(open, children, options, total);
    if (row.length > 0) depth = Math.max(depth, open.depth + 1);
    boxes.push(...row);
    for (const box of row) if (box.node >= 0) pending.push({node: box.node, depth: box.depth + 1, x: box.x});
  }
  return {boxes, depth, cut, total};
}

/** A node and its callers, each over the whole width: the outermost first. */
function callersOf(tree: CallTree, from: number, totals: Float64Array): FlameBox[] {
  const nodes: number[] = [];
  for (let node = from; node > 0; node = tree.parent[node]!) nodes.push(node);
  return nodes.reverse().map((node, depth) => ({node, nodes: 1, depth, x: 0, width: 1, weight: totals[node]!}));
}

/** The boxes of what a node called. Those too narrow stand together at the end, if together they are wide enough. */
function rowUnder(open: Open, children: Children, {totals, narrowest}: FlameOptions, total: number): FlameBox[] {
  const {node, depth, x} = open;
  const wide: number[] = [];
  let narrow = 0;
  let narrowWeight = 0;
  for (let child = children.first[node]!; child > 0; child = children.next[child]!) {
    const weight = totals[child]!;
    if (weight / total >= narrowest) wide.push(child);
    else if (weight > 0) {
      narrow++;
      narrowWeight += weight;
    }
  }
  wide.sort((a, b) => totals[b]! - totals[a]! || a - b);
  const row: FlameBox[] = [];
  let at = x;
  const push = (of: number, nodes: number, weight: number) => {
    row.push({node: of, nodes, depth, x: at, width: weight / total, weight});
    at += weight / total;
  };
  for (const child of wide) push(child, 1, totals[child]!);
  if (narrow > 0 && narrowWeight / total >= narrowest) push(-1, narrow, narrowWeight);
  return row;
}
