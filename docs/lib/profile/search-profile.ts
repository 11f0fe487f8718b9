import {frameText} from "./frame-text.js";
import {type CallTree, type Frame, totalsOf} from "./profile.js";
import {walkTree} from "./walk-tree.js";

/** For each frame whether its name or place contains the text, in any case. An empty text is found nowhere. */
export function framesWith(frames: readonly Frame[], text: string): readonly boolean[] {
  const wanted = text.toLowerCase();
  return frames.map((frame) => wanted !== "" && frameText(frame).toLowerCase().includes(wanted));
}

/** Weight of all stacks on which one of the frames stands; each stack is counted once. */
export function weightWith(tree: CallTree, found: readonly boolean[], totals = totalsOf(tree)): number {
  let weight = 0;
  let open = 0;
  const isFound = (node: number) => found[tree.frame[node]!] === true;
  const enter = (node: number) => {
    if (isFound(node) && open++ === 0) weight += totals[node]!;
  };
  walkTree(tree, enter, (node) => {
    if (isFound(node)) open--;
  });
  return weight;
}
