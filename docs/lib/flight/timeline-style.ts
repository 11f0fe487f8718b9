/** Class, light and dark; each pair is at least 3 to 1 on its ground. */
const COLORS: readonly (readonly [look: string, light: string, dark: string])[] = [
  ["late", "#b3261e", "#f2877f"],
  ["busy", "#b25e00", "#e5a24f"],
  ["cores", "#2a6f4e", "#6fbf98"],
  ["heap", "#2f6db3", "#7fb0ea"],
  ["collecting", "#7d5fc0", "#b9a5ea"],
  ["full", "#4a2f8f", "#e2d8ff"],
  ["function", "#b25e00", "#e5a24f"]
];

/** The style sheet of a timeline. Every colour is a variable that a page may set, with a value for light and dark. */
export const TIMELINE_STYLE = [
  ".timeline text{font:11px ui-monospace,Menlo,Consolas,monospace}",
  ".timeline .name{font-weight:700}",
  declaration(".timeline text", "fill", "ink", "#1b1b1b", "#f4f4f4"),
  declaration(".timeline .ground", "fill", "ground", "#ffffff", "#161616"),
  declaration(".timeline .rule", "stroke", "rule", "#d0d0d0", "#4a4a4a"),
  declaration(".timeline .mark", "fill", "mark", "#f6d9d6", "#4a1d1a"),
  ...COLORS.map(([look, light, dark]) => declaration(`.timeline .${look}`, "fill", look, light, dark))
].join("\n");

function declaration(selector: string, property: string, name: string, light: string, dark: string): string {
  return `${selector}{${property}:${light};${property}:var(--timeline-${name},light-dark(${light},${dark}))}`;
}
