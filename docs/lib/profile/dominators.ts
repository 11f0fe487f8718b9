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
 * The dominator tree of a graph (Lengauer and Tarjan, A fast algorithm for finding dominators in a flowgraph, 1979): if a
 * node went away, all that it dominates could no longer be reached from node 0. Long lists cost no more than other graphs.
 *
 * @param follows whether a reference counts; each is asked for by its index
 */
export function dominators(graph: References, follows: (edge: number) => boolean): Dominators {
  const walk = depthFirst(graph, follows);
  const {nodes, rank} = walk;
  const found = dominatorRanks(walk, referrers(graph, follows, rank));
  const parents = new Int32Array(rank.length).fill(NONE);
  for (let at = 1; at < nodes.length; at++) parents[nodes[at]!] = nodes[found[at]!]!;
  return {parents, order: nodes.slice().reverse()};
}

/** Nodes are told by their rank, the order in which a walk comes to them. */
interface Walk {
  readonly nodes: Uint32Array;
  /** Of each node; −1 if it is not reached. */
  readonly rank: Int32Array;
  /** Of each rank, that of the node from which the walk came. */
  readonly from: Int32Array;
}

function depthFirst({firstEdge, edgeTo}: References, follows: (edge: number) => boolean): Walk {
  const next = firstEdge.slice();
  const rank = new Int32Array(firstEdge.length - 1).fill(NONE);
  const [nodes, from, path] = [[0], [NONE], [0]];
  rank[0] = 0;
  for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
    const edge = next[node]!++;
    if (edge >= firstEdge[node + 1]!) path.pop();
    else if (follows(edge) && rank[edgeTo[edge]!] === NONE) {
      const to = edgeTo[edge]!;
      rank[to] = nodes.length;
      nodes.push(to);
      from.push(rank[node]!);
      path.push(to);
    }
  }
  return {nodes: Uint32Array.from(nodes), rank, from: Int32Array.from(from)};
}

/** Who refers to each node, by rank. */
interface Referrers {
  readonly first: Uint32Array;
  readonly from: Uint32Array;
}

function referrers({firstEdge, edgeTo}: References, follows: (edge: number) => boolean, rank: Int32Array): Referrers {
  const first = new Uint32Array(firstEdge.length);
  const each = (visit: (from: number, to: number) => void) => {
    for (let node = 0; node < rank.length; node++) {
      if (rank[node] === NONE) continue;
      for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++)
        if (follows(edge)) visit(rank[node]!, rank[edgeTo[edge]!]!);
    }
  };
  each((_, to) => first[to + 1]!++);
  for (let at = 0; at < rank.length; at++) first[at + 1]! += first[at]!;
  const next = first.slice();
  const from = new Uint32Array(first[rank.length]!);
  each((one, to) => {
    from[next[to]!++] = one;
  });
  return {first, from};
}

/** The dominator of each rank but the first. */
function dominatorRanks({nodes, from}: Walk, into: Referrers): Int32Array {
  const forest = new Forest(nodes.length);
  const {semi} = forest;
  const found = new Int32Array(nodes.length).fill(NONE);
  const [waiting, nextWaiting] = [new Int32Array(nodes.length).fill(NONE), new Int32Array(nodes.length).fill(NONE)];
  for (let at = nodes.length - 1; at > 0; at--) {
    for (let edge = into.first[at]!; edge < into.first[at + 1]!; edge++)
      semi[at] = Math.min(semi[at]!, semi[forest.least(into.from[edge]!)]!);
    nextWaiting[at] = waiting[semi[at]!]!;
    waiting[semi[at]!] = at;
    const above = from[at]!;
    forest.link(above, at);
    for (let one = waiting[above]!; one !== NONE; one = nextWaiting[one]!) {
      const least = forest.least(one);
      found[one] = semi[least]! < semi[one]! ? least : above;
    }
    waiting[above] = NONE;
  }
  for (let at = 1; at < nodes.length; at++) if (found[at] !== semi[at]) found[at] = found[found[at]!]!;
  return found;
}

/** Trees that grow together, and on the way up from a node the one with the least semidominator. */
class Forest {
  readonly semi: Int32Array;
  readonly #above: Int32Array;
  readonly #least: Int32Array;

  constructor(count: number) {
    this.semi = Int32Array.from({length: count}, (_, at) => at);
    this.#least = this.semi.slice();
    this.#above = new Int32Array(count).fill(NONE);
  }

  link(above: number, below: number): void {
    this.#above[below] = above;
  }

  least(node: number): number {
    const [above, least] = [this.#above, this.#least];
    if (above[node] === NONE) return node;
    const way: number[] = [];
    for (let at = node; above[above[at]!] !== NONE; at = above[at]!) way.push(at);
    for (let at = way.pop(); at !== undefined; at = way.pop()) {
      const next = above[at]!;
      if (this.semi[least[next]!]! < this.semi[least[at]!]!) least[at] = least[next]!;
      above[at] = above[next]!;
    }
    return least[node]!;
  }
}
