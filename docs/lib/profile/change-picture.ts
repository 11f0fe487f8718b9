import {formatPercent} from "../units.js";
import type {Comparison} from "./compare-profiles.js";
import {drawnLayout, type FlamePicture, PICTURE_WIDTH, type PictureOptions} from "./flame-picture.js";
import {frameName, frameText} from "./frame-text.js";

/** A frame that changed by more than this share of the whole is drawn in the stronger colour. */
const STRONG = 0.05;
/** Less than this share of the whole is drawn as unchanged. */
const SLIGHT = 0.002;

/**
 * Two profiles as one flame graph. A box is as wide as the mean of its two shares, so that what vanished is still
 * seen, at half its width; its colour says whether it grew.
 *
 * @param titles of the two profiles
 */
export function changePicture(
  {frames, tree, before, after}: Comparison,
  titles: readonly [before: string, after: string],
  {base = "", from = 0, width = PICTURE_WIDTH}: Omit<PictureOptions, "idle"> = {}
): FlamePicture {
  const {layout, notes} = drawnLayout(tree, meanShares({before, after}), {from, width});
  const boxes = layout.boxes.map((box) => {
    if (box.node < 0) return {...box, look: "merged", label: "…", title: `${box.nodes} narrow ones`};
    const frame = frames[tree.frame[box.node]!]!;
    const [was, is] = [before[box.node]!, after[box.node]!];
    const shares = `${formatPercent(was)} before, ${formatPercent(is)} after${wordFor(was, is)}`;
    const title = `${frameText(frame, base)}: ${shares}`;
    return {...box, look: lookOf(is - was), label: `${signOf(is - was)}${frameName(frame)}`, title};
  });
  return {
    heading: `${titles[0]} → ${titles[1]}`,
    lines: [
      "Shares of each profile's own whole. Width is the mean of before and after; from left to right is not time.",
      ...notes
    ],
    legend: [
      {look: "shrank-2", text: ""},
      {look: "shrank-1", text: "− shrank"},
      {look: "even", text: "as before"},
      {look: "grew-1", text: ""},
      {look: "grew-2", text: "+ grew"}
    ],
    boxes,
    depth: layout.depth,
    width
  };
}

/** How wide each node of a comparison is drawn: a share of the whole, with all that it called. */
export function meanShares({before, after}: Pick<Comparison, "before" | "after">): Float64Array {
  return before.map((share, node) => (share + after[node]!) / 2);
}

function wordFor(before: number, after: number): string {
  if (before === 0) return " (appeared)";
  return after === 0 ? " (vanished)" : "";
}

/** Colour alone does not tell: not everyone sees it, and not every printer has it. */
function signOf(difference: number): string {
  if (Math.abs(difference) < SLIGHT) return "";
  return difference > 0 ? "+" : "−";
}

function lookOf(difference: number): string {
  if (Math.abs(difference) < SLIGHT) return "even";
  const strength = Math.abs(difference) >= STRONG ? 2 : 1;
  return `${difference > 0 ? "grew" : "shrank"}-${strength}`;
}
