import {callFrameOf} from "./call-frame.js";
import type {CallTree, Profile} from "./profile.js";
import {walkTree} from "./walk-tree.js";

/** With more samples than this none is written: bytes say all that matters then. */
const MOST_SAMPLES = 2_000_000;

/**
 * A profile of bytes as the text of a `.heapprofile`, in whole bytes. A profile does not say how large each sample was
 * nor in which order they came: those of a node are written as equal parts of its bytes, node by node. The tree may be
 * deeper than the stack of this program.
 */
export function heapProfileText({frames, tree}: Profile): string {
  const parts: string[] = [];
  const open = (node: number) => {
    const comma = node === 0 || parts[parts.length - 1]!.endsWith("[") ? "" : ",";
    const frame = JSON.stringify(callFrameOf(frames[tree.frame[node]!]));
    const size = Math.round(tree.self[node]!);
    parts.push(`${comma}{"callFrame":${frame},"selfSize":${size},"id":${node + 1},"children":[`);
  };
  const close = () => parts.push("]}");
  open(0);
  walkTree(tree, open, close);
  close();
  return `{"head":${parts.join("")},"samples":[${samplesText(tree)}]}`;
}

function samplesText({self, samples}: CallTree): string {
  if (samples.reduce((sum, count) => sum + count, 0) > MOST_SAMPLES) return "";
  const parts: string[] = [];
  for (const [node, count] of samples.entries()) {
    for (let index = 0; index < Math.round(count); index++) {
      const size = Math.round(self[node]! / count);
      parts.push(`{"size":${size},"nodeId":${node + 1},"ordinal":${parts.length + 1}}`);
    }
  }
  return parts.join(",");
}
