import {formatPercent} from "../units.js";
import {flameClass, KIND_TEXTS, PACKAGE_COLORS} from "./flame-colors.js";
import {layOutFlame} from "./flame-layout.js";
import {type FrameKind, ownerOf} from "./frame-kind.js";
import {frameName, frameText, weightText} from "./frame-text.js";
import {idleWeight, withoutIdle} from "./idle.js";
import {type Profile, totalsOf} from "./profile.js";

/** A box that is ready to be drawn. Texts are not yet escaped. */
export interface PictureBox {
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
}

/** How finely a picture is drawn. */
export const PICTURE_WIDTH = 1200;
export const MOST_ROWS = 200;
const NARROWEST = 1 / PICTURE_WIDTH;

/** How a profile is drawn. */
export interface PictureOptions {
  /** The folder that paths are told from, with a slash at its end. */
  readonly base?: string;
  /** Draws the time in which the thread waited, too. */
  readonly idle?: boolean;
}

/** A profile as a flame graph, coloured by whose code it is. Siblings too narrow to be seen are one box. */
export function flamePicture(profile: Profile, {base = "", idle = false}: PictureOptions = {}): FlamePicture {
  const shown = idle ? profile : withoutIdle(profile);
  const {frames, tree, unit} = shown;
  const totals = totalsOf(tree);
  const layout = layOutFlame(tree, {totals, narrowest: NARROWEST, mostRows: MOST_ROWS});
  const share = (weight: number) => `${weightText(weight, unit)}, ${formatPercent(weight / layout.total)}`;
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
    `${weightText(layout.total, unit)} in all${idleShare > 0 ? `, without ${weightText(idleShare, unit)} idle` : ""}`,
    "Width is weight, the widest first; from left to right is not time.",
    ...(layout.cut ? [`Stacks deeper than ${MOST_ROWS} rows are cut.`] : []),
    ...profile.notes
  ];
  return {heading: profile.title, lines, legend: legendOf(new Set(looks.values())), boxes, depth: layout.depth};
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
