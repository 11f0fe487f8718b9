import {FIGURES} from "./figure-patterns.js";
import {proseOnly} from "./prose-only.js";
import {tableFigures} from "./table-figures.js";

/** A figure that somebody typed into prose. */
export interface TypedFigure {
  /** From 1. */
  readonly line: number;
  readonly figure: string;
}

/**
 * Finds what looks measured in the prose of a page: a number with a unit of time, of size or of a ratio, in digits
 * or in words ("twice as fast"). A page pulls what was measured from results, so that it cannot say more than they
 * do. Directives, code and addresses are no prose. A figure that was not measured here (a setting, or what a source
 * says) may stand in a sentence that ends in a comment which says so: `<!-- figures: quoted from the article -->`.
 */
export function typedFigures(page: string): TypedFigure[] {
  const prose = proseOnly(page);
  const inText = FIGURES.flatMap((pattern) =>
    [...prose.matchAll(pattern)].map(({0: figure, index}) => ({index, figure}))
  );
  return [...withoutNested(inText), ...tableFigures(prose)]
    .sort((a, b) => a.index - b.index)
    .map(({index, figure}) => ({
      line: page.slice(0, index).split("\n").length,
      figure: figure.replace(/\s+/g, " ").trim()
    }));
}

/** "5 ms" and "5 ms per call" that begin at the same place, or one within the other, are one figure: the longest. */
function withoutNested<Found extends {readonly index: number; readonly figure: string}>(found: readonly Found[]) {
  const end = ({index, figure}: Found) => index + figure.length;
  const holds = (a: Found, b: Found) => a.index <= b.index && end(a) >= end(b);
  return found.filter(
    (one, at) => !found.some((other, place) => place !== at && holds(other, one) && (!holds(one, other) || place < at))
  );
}
