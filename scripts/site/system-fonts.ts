/** A font that a reader's system has, under any of its names. */
export interface SystemFont {
  readonly names: readonly string[];
  readonly boldNames: readonly string[];
  /** Advance of a character, in thousandths of an em. */
  readonly advanceOf: (character: string) => number;
  readonly boldAdvanceOf: (character: string) => number;
}

const CHARACTERS = [..."abcdefghijklmnopqrstuvwxyz", " ", "."];

function advances(...widths: readonly number[]): (character: string) => number {
  return (character) => widths[CHARACTERS.indexOf(character)]!;
}

/** Adobe's metrics of Helvetica and Helvetica Bold: Arial and what stands in for it keep them. */
export const ARIAL: SystemFont = {
  names: ["Arial", "Liberation Sans", "Arimo"],
  boldNames: ["Arial Bold", "Liberation Sans Bold", "Arimo Bold"],
  advanceOf: advances(
    ...[556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500],
    ...[722, 500, 500, 500, 278, 278]
  ),
  boldAdvanceOf: advances(
    ...[556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556],
    ...[778, 556, 556, 500, 278, 278]
  )
};

/** What Android has in place of Arial. From the `hmtx` tables of Roboto 400 and 700. */
export const ROBOTO: SystemFont = {
  names: ["Roboto", "Roboto Regular"],
  boldNames: ["Roboto Bold"],
  advanceOf: advances(
    ...[544, 562, 523, 564, 530, 348, 562, 551, 243, 239, 507, 243, 877, 552, 570, 562, 568, 339, 516, 327, 551, 484],
    ...[751, 496, 473, 496, 248, 264]
  ),
  boldAdvanceOf: advances(
    ...[535, 563, 521, 563, 540, 358, 571, 560, 265, 260, 534, 265, 866, 561, 564, 563, 564, 366, 514, 338, 560, 506],
    ...[734, 509, 503, 509, 249, 290]
  )
};

/** What a bare Linux has in place of Arial; it is far wider. From the `hmtx` tables of DejaVu Sans and its bold. */
export const DEJAVU: SystemFont = {
  names: ["DejaVu Sans"],
  boldNames: ["DejaVu Sans Bold"],
  advanceOf: advances(
    ...[613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592],
    ...[818, 592, 592, 525, 318, 318]
  ),
  boldAdvanceOf: advances(
    ...[675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652],
    ...[924, 645, 652, 582, 348, 380]
  )
};

/** Of one width, as all that stand in for it; DejaVu's is wider by two thousandths of an em. */
export const COURIER: SystemFont = {
  names: ["Courier New", "Liberation Mono", "Cousine", "DejaVu Sans Mono"],
  boldNames: ["Courier New Bold", "Liberation Mono Bold", "Cousine Bold", "DejaVu Sans Mono Bold"],
  advanceOf: () => 600,
  boldAdvanceOf: () => 600
};
