import type {Font} from "fontkit";

/** A font that a reader's system has, under any of its names. */
export interface SystemFont {
  readonly names: readonly string[];
  readonly boldNames: readonly string[];
  /** Advance of a character, in thousandths of an em. */
  readonly advanceOf: (character: string) => number;
}

/** Adobe's metrics of Helvetica for the letters, the space and the full stop: Arial and what stands in for it keep them. */
const CHARACTERS = [..."abcdefghijklmnopqrstuvwxyz", " ", "."];
const HELVETICA = [
  ...[556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500],
  ...[722, 500, 500, 500, 278, 278]
];

export const ARIAL: SystemFont = {
  names: ["Arial", "Liberation Sans", "Arimo"],
  boldNames: ["Arial Bold", "Liberation Sans Bold", "Arimo Bold"],
  advanceOf: (character) => HELVETICA[CHARACTERS.indexOf(character)]!
};

/** Of one width, as all that stand in for it. */
export const COURIER: SystemFont = {
  names: ["Courier New", "Liberation Mono", "Cousine"],
  boldNames: ["Courier New Bold", "Liberation Mono Bold", "Cousine Bold"],
  advanceOf: () => 600
};

/** Letters about as often as prose has them. */
const SAMPLE =
  "a page that is read before its font is there stands in another one. if the letters of both are as wide nothing moves when the right one comes in.";

/**
 * Faces that lay text out in a font of the system as another font would, until that one is there: letters as wide
 * on average, lines as high, the base line in its place (CSS Fonts Module Level 5, metric overrides). What is bold
 * is taken to be as much wider in both.
 */
export function fallbackFaces(family: string, font: Font, {names, boldNames, advanceOf}: SystemFont): string {
  const ours = font.layout(SAMPLE).advanceWidth / font.unitsPerEm;
  const theirs = [...SAMPLE].reduce((sum, character) => sum + advanceOf(character), 0) / 1000;
  const size = ours / theirs;
  const override = (units: number) => percent(units / font.unitsPerEm / size);
  const metrics = [
    `size-adjust:${percent(size)}`,
    `ascent-override:${override(font.ascent)}`,
    `descent-override:${override(-font.descent)}`,
    `line-gap-override:${override(font.lineGap)}`
  ].join(";");
  const face = (weights: string, fonts: readonly string[]) =>
    `@font-face{font-family:"${family}";font-weight:${weights};src:${fonts.map((name) => `local("${name}")`)};${metrics}}\n`;
  return face("100 549", names) + face("550 900", boldNames);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
