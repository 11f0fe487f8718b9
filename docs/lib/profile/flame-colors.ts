import {type FrameKind, ownerOf} from "./frame-kind.js";
import type {Frame} from "./profile.js";

/** Packages are told apart by this many colours. */
export const PACKAGE_COLORS = 5;

/** The class of a frame's box: one for each kind, a few for packages, the same package always the same one. */
export function flameClass(frame: Frame): string {
  const owner = ownerOf(frame);
  return owner.kind === "package" ? `package-${hash(owner.package) % PACKAGE_COLORS}` : owner.kind;
}

/** What the colours mean, in the order of a legend. */
export const KIND_TEXTS: Readonly<Record<FrameKind, string>> = {
  own: "own code (bold)",
  package: "packages",
  node: "Node itself",
  engine: "built in and native",
  collector: "garbage collector",
  idle: "idle"
};

/** Name, light and dark, of the same hue; text on all of them keeps a contrast of 4.5 to 1. */
export const COLORS: readonly (readonly [name: string, light: string, dark: string])[] = [
  ["own", "#f6b26b", "#8a4b0a"],
  ["package-0", "#f4a9a0", "#8c3a30"],
  ["package-1", "#e8c468", "#6b5310"],
  ["package-2", "#e3a8cf", "#7d3a67"],
  ["package-3", "#f0b48c", "#84461f"],
  ["package-4", "#d3c17a", "#5d531b"],
  ["node", "#a9cfa0", "#2f5f2a"],
  ["engine", "#a7c6e6", "#2b5379"],
  ["collector", "#c3b5e8", "#524087"],
  ["idle", "#d9d9d9", "#4a4a4a"],
  ["merged", "#e6e6e6", "#3a3a3a"],
  ["grew-2", "#f08a7a", "#9c2b1b"],
  ["grew-1", "#f7c4ba", "#6e3329"],
  ["even", "#e3e3e3", "#474747"],
  ["shrank-1", "#bcd4f0", "#2f4a68"],
  ["shrank-2", "#7fb0ea", "#1f5796"]
];

/**
 * The style sheet of a flame graph. Every colour is a variable that a page may set, with a value for light and dark;
 * what knows no variables takes the light one.
 */
export const FLAME_STYLE = [
  "svg.flame:root{color-scheme:light dark}",
  ".flame text{font:11px ui-monospace,Menlo,Consolas,monospace}",
  ".flame .heading{font-weight:700;font-size:13px}",
  ".flame .own+text{font-weight:700}",
  declaration(".flame text", "ink", "#1b1b1b", "#f4f4f4"),
  declaration(".flame .ground", "ground", "#ffffff", "#161616"),
  ".flame rect:not(.ground){stroke-width:.5;stroke:#fff;stroke:var(--flame-ground,light-dark(#fff,#161616))}",
  ...COLORS.map(([name, light, dark]) => declaration(`.flame .${name}`, name, light, dark))
].join("\n");

function declaration(selector: string, name: string, light: string, dark: string): string {
  return `${selector}{fill:${light};fill:var(--flame-${name},light-dark(${light},${dark}))}`;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
