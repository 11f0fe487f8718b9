import {formatPercent} from "../units.js";
import {flameClass, KIND_TEXTS, PACKAGE_COLORS} from "./flame-colors.js";
import {type FlameLayout, layOutPicture} from "./flame-layout.js";
import {type FrameKind, ownerOf} from "./frame-kind.js";
import {frameName, frameText, weightText} from "./frame-text.js";
import {idleWeight, withoutIdle} from "./idle.js";
import {type CallTree, type Profile, totalsOf} from "./profile.js";

/** A box that is ready to be drawn. Texts are not yet escaped. */
export interface PictureBox {
  /** The node of the tree; -1 for several that are too narrow. */
  readonly node: number;
  readonly depth: number;
  /** Shares of the whole width. */
  readonly x: number;
  readonly width: number;
  /** A class of `COLORS`. */
  readonly look: string;
  readonly label: string;
  /** What the box says in full. */
  readonly title: string;
}

/** A flame graph that is ready to be drawn. */
export interface FlamePicture {
  readonly heading: string;
  /** Sentences under the heading. */
  readonly lines: readonly string[];
  readonly legend: readonly {readonly look: string; readonly text: string}[];
  readonly boxes: readonly PictureBox[];
  readonly depth: number;
  /** In pixels. */
  readonly width: number;
}

/** How finely pictures are drawn. */
export const PICTURE_WIDTH = 1200;
const MOST_ROWS = 200;
const MOST_BOXES = 6000;
const MOST_NOTES = 5;

/** How a profile is drawn. */
export interface PictureOptions {
  /** The folder that paths are told from, with a slash at its end. */
  readonly base?: string;
  /** Draws the time in which the thread waited, too. */
  readonly idle?: boolean;
  /** The node that takes the whole width; all, if left out. */
  readonly from?: number;
  /** In pixels; that of a file, if left out. */
  readonly width?: number;
}

/** A profile as a flame graph, coloured by whose code it is. Siblings too narrow to be seen are one box. */
export function flamePicture(
  profile: Profile,
  {base = "", idle = false, from = 0, width = PICTURE_WIDTH}: PictureOptions = {}
): FlamePicture {
  const shown = idle ? profile : withoutIdle(profile);
  const {frames, tree, unit} = shown;
  const totals = totalsOf(tree);
  const {layout, notes} = drawnLayout(tree, totals, {from, width});
  const whole = totals[0]!;
  const share = (weight: number) => `${weightText(weight, unit)}, ${formatPercent(weight / whole)}`;
  const looks = new Map<number, FrameKind>();
  const boxes = layout.boxes.map((box) => {
    if (box.node < 0)
      return {...box, look: "merged", label: "…", title: `${box.nodes} narrow ones: ${share(box.weight)}`};
    const index = tree.frame[box.node]!;
    const frame = frames[index]!;
    looks.set(index, ownerOf(frame).kind);
    const title = `${frameText(frame, base)}: ${share(box.weight)}; itself ${weightText(tree.self[box.node]!, unit)}`;
    return {...box, look: flameClass(frame), label: frameName(frame), title};
  });
  const idleShare = shown === profile ? 0 : idleWeight(profile);
  const lines = [
    `${weightText(whole, unit)} in all${idleShare > 0 ? `, without ${weightText(idleShare, unit)} idle` : ""}`,
    "Width is weight, the widest first; from left to right is not time.",
    ...notes,
    ...profile.notes.slice(0, MOST_NOTES)
  ];
  const legend = legendOf(new Set(looks.values()));
  return {heading: profile.title, lines, legend, boxes, depth: layout.depth, width};
}

/** What is drawn of a tree, and sentences on what is not. */
export function drawnLayout(
  tree: CallTree,
  totals: Float64Array,
  {from, width}: {readonly from: number; readonly width: number}
): {layout: FlameLayout; notes: string[]} {
  const options = {totals, from, width, mostRows: MOST_ROWS, mostBoxes: MOST_BOXES};
  const {layout, pixels} = layOutPicture(tree, options);
  const notes = [
    ...(pixels > 1 ? [`What is narrower than ${pixels} pixels is drawn together.`] : []),
    ...(layout.cut ? [`Stacks deeper than ${MOST_ROWS} rows are cut.`] : [])
  ];
  return {layout, notes};
}

function legendOf(kinds: ReadonlySet<FrameKind>): FlamePicture["legend"] {
  return (Object.keys(KIND_TEXTS) as FrameKind[])
    .filter((kind) => kinds.has(kind))
    .flatMap((kind) => {
      if (kind !== "package") return [{look: kind, text: KIND_TEXTS[kind]}];
      const looks = Array.from({length: PACKAGE_COLORS}, (_, index) => `package-${index}`);
      return looks.map((look, index) => ({look, text: index === PACKAGE_COLORS - 1 ? KIND_TEXTS.package : ""}));
    });
}
