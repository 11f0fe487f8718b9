import type {Font} from "fontkit";
import type {SystemFont} from "./system-fonts.js";

/** A font that comes with the site. */
export interface SiteFont {
  readonly font: Font;
  /** How many times as wide as its regular text its bold text is: fontkit 2.0.4 cannot vary the weight of a WOFF2. */
  readonly bolder: number;
}

/** Letters about as often as prose has them. */
const SAMPLE =
  "a page that is read before its font is there stands in another one. if the letters of both are as wide nothing moves when the right one comes in.";

/**
 * Faces that lay text out in a font of the system as another font would, until that one is there: letters as wide
 * on average, lines as high, the base line in its place (CSS Fonts Module Level 5, metric overrides).
 */
export function fallbackFaces(family: string, {font, bolder}: SiteFont, system: SystemFont): string {
  const ours = font.layout(SAMPLE).advanceWidth / font.unitsPerEm;
  const face = (weights: string, names: readonly string[], size: number) =>
    `@font-face{font-family:"${family}";font-weight:${weights};src:${names.map((name) => `local("${name}")`)};${metrics(font, size)}}\n`;
  return (
    face("100 549", system.names, ours / widthOf(system.advanceOf)) +
    face("550 900", system.boldNames, (ours * bolder) / widthOf(system.boldAdvanceOf))
  );
}

/** The width of the sample, in em. */
function widthOf(advanceOf: SystemFont["advanceOf"]): number {
  return [...SAMPLE].reduce((sum, character) => sum + advanceOf(character), 0) / 1000;
}

function metrics(font: Font, size: number): string {
  const override = (units: number) => percent(units / font.unitsPerEm / size);
  return [
    `size-adjust:${percent(size)}`,
    `ascent-override:${override(font.ascent)}`,
    `descent-override:${override(-font.descent)}`,
    `line-gap-override:${override(font.lineGap)}`
  ].join(";");
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
