import type {CallTree} from "./profile.js";

/** The nodes below each node, as a linked list in columns; 0 ends it, since the root is below nothing. */
export interface Children {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

export function childrenOf({parent}: CallTree): Children {
  const first = new Int32Array(parent.length);
  const next = new Int32Array(parent.length);
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node]!;
    next[node] = first[above]!;
    first[above] = node;
  }
  return {first, next};
}

/**
 * Visits every node below the root, callers before what they call and before their later siblings. Needs no stack
 * of its own: a tree may be deeper than the stack of a program.
 *
 * @param leave called for a node after all below it
 */
export function walkTree(tree: CallTree, enter: (node: number) => void, leave: (node: number) => void): void {
  const {first, next} = childrenOf(tree);
  let node = first[0]!;
  while (node > 0) {
    enter(node);
    if (first[node]! > 0) {
      node = first[node]!;
      continue;
    }
    leave(node);
    while (node > 0 && next[node] === 0) {
      node = tree.parent[node]!;
      if (node > 0) leave(node);
    }
    if (node > 0) node = next[node]!;
  }
}
