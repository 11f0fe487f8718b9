import {changePicture, meanShares} from "./change-picture.js";
import type {Comparison} from "./compare-profiles.js";
import {type FlamePicture, flamePicture, type PictureOptions} from "./flame-picture.js";
import {withoutIdle} from "./idle.js";
import {type CallTree, type Frame, type Profile, totalsOf} from "./profile.js";

/** All that a flame graph needs in order to work, whether of one profile or of two. */
export interface FlameModel {
  readonly title: string;
  readonly frames: readonly Frame[];
  readonly tree: CallTree;
  /** What is drawn of each node, with all that it called. */
  readonly totals: Float64Array;
  /** What callers and callees are told from; null for two profiles. */
  readonly profile: Profile | null;
  /** @param from the node that takes the whole width; 0 for all */
  picture(from: number): FlamePicture;
}

/** @param options of its pictures; idle time is left out of callers and callees too, unless it is to be drawn */
export function modelOfProfile(profile: Profile, options: Pick<PictureOptions, "width" | "idle">): FlameModel {
  const shown = options.idle === true ? profile : withoutIdle(profile);
  const {title, frames, tree} = shown;
  const picture = (from: number) => flamePicture(profile, {...options, from});
  return {title, frames, tree, totals: totalsOf(tree), profile: shown, picture};
}

/**
 * @param titles of the two profiles
 * @param width in pixels
 */
export function modelOfChange(
  comparison: Comparison,
  titles: readonly [before: string, after: string],
  width: number
): FlameModel {
  const {frames, tree} = comparison;
  const picture = (from: number) => changePicture(comparison, titles, {from, width});
  return {title: titles.join(" → "), frames, tree, totals: meanShares(comparison), profile: null, picture};
}
