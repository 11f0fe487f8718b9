import {type Frame, type Profile, totalsOf} from "./profile.js";
import {childrenOf} from "./walk-tree.js";

/** A function of a call tree as it is printed: below its caller. */
export interface Branch {
  readonly frame: Frame;
  /** How many callers above it have more than one branch: what is called by one alone needs no step to the right. */
  readonly level: number;
  /** Weight with all that it called, and its own, in the profile's unit. */
  readonly total: number;
  readonly self: number;
}

/**
 * The branches of a call tree that weigh most, callers before what they call and the heaviest first.
 *
 * @param least share of the whole below which a branch is left out, 0 to 1
 * @param most branches; what comes after them is left out
 */
export function heaviestBranches({frames, tree}: Profile, least: number, most: number): Branch[] {
  const totals = totalsOf(tree);
  const {first, next} = childrenOf(tree);
  const enough = Math.max(totals[0]! * least, Number.MIN_VALUE);
  const calledBy = (node: number) => {
    const called: number[] = [];
    for (let child = first[node]!; child > 0; child = next[child]!) if (totals[child]! >= enough) called.push(child);
    return called.sort((a, b) => totals[a]! - totals[b]!);
  };
  const pending = calledBy(0).map((node) => ({node, level: 0}));
  const branches: Branch[] = [];
  for (let open = pending.pop(); open !== undefined && branches.length < most; open = pending.pop()) {
    const {node, level} = open;
    branches.push({frame: frames[tree.frame[node]!]!, level, total: totals[node]!, self: tree.self[node]!});
    const called = calledBy(node);
    for (const child of called) pending.push({node: child, level: called.length > 1 ? level + 1 : level});
  }
  return branches;
}
