/** References between numbered nodes. */
export interface References {
  /** Where those of each node begin; one entry more than there are nodes. */
  readonly firstEdge: Uint32Array;
  readonly edgeTo: Uint32Array;
}

/** Who alone keeps whom, seen from node 0. */
export interface Dominators {
  /** The nearest node that every way from the root to this one leads through; −1 for the root, and for what no way leads to. */
  readonly parents: Int32Array;
  /** The nodes that can be reached, each before its parent. */
  readonly order: Uint32Array;
}

const NONE = -1;

/**
 * The dominator tree of a graph (Cooper, Harvey and Kennedy, A simple, fast dominance algorithm, 2001): if a node went
 * away, all that it dominates could no longer be reached from node 0.
 *
 * @param follows whether a reference counts; each is asked for by its index
 */
export function dominators(graph: References, follows: (edge: number) => boolean): Dominators {
  const order = postOrder(graph, follows);
  const rank = new Int32Array(graph.firstEdge.length - 1).fill(NONE);
  for (const [index, node] of order.entries()) rank[node] = index;
  const into = referrers(graph, follows, rank);
  const root = order.length - 1;
  const found = new Int32Array(order.length).fill(NONE);
  found[root] = root;
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = root - 1; index >= 0; index--) {
      const node = order[index]!;
      let nearest = NONE;
      for (let at = into.first[node]!; at < into.first[node + 1]!; at++) {
        const from = rank[into.from[at]!]!;
        if (found[from] !== NONE) nearest = nearest === NONE ? from : common(found, from, nearest);
      }
      changed ||= found[index] !== nearest;
      found[index] = nearest;
    }
  }
  const parents = new Int32Array(rank.length).fill(NONE);
  for (let index = 0; index < root; index++) parents[order[index]!] = order[found[index]!]!;
  return {parents, order};
}

/** The nearest node above both, by rank: a node has a lower rank than what is above it. */
function common(found: Int32Array, one: number, other: number): number {
  let [a, b] = [one, other];
  while (a !== b) {
    while (a < b) a = found[a]!;
    while (b < a) b = found[b]!;
  }
  return a;
}

/** All that can be reached from node 0, each after what it leads to. */
function postOrder({firstEdge, edgeTo}: References, follows: (edge: number) => boolean): Uint32Array {
  const next = firstEdge.slice();
  const seen = new Uint8Array(firstEdge.length - 1);
  const order: number[] = [];
  const path = [0];
  seen[0] = 1;
  for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
    const edge = next[node]!++;
    if (edge >= firstEdge[node + 1]!) {
      order.push(node);
      path.pop();
    } else if (follows(edge) && seen[edgeTo[edge]!] === 0) {
      seen[edgeTo[edge]!] = 1;
      path.push(edgeTo[edge]!);
    }
  }
  return Uint32Array.from(order);
}

/** Who refers to each node, of those that can be reached. */
function referrers(
  {firstEdge, edgeTo}: References,
  follows: (edge: number) => boolean,
  rank: Int32Array
): {first: Uint32Array; from: Uint32Array} {
  const first = new Uint32Array(firstEdge.length);
  const each = (visit: (from: number, to: number) => void) => {
    for (let node = 0; node < rank.length; node++) {
      if (rank[node] === NONE) continue;
      for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++)
        if (follows(edge)) visit(node, edgeTo[edge]!);
    }
  };
  each((_, to) => first[to + 1]!++);
  for (let node = 0; node < rank.length; node++) first[node + 1]! += first[node]!;
  const at = first.slice();
  const from = new Uint32Array(first[rank.length]!);
  each((node, to) => {
    from[at[to]!++] = node;
  });
  return {first, from};
}
