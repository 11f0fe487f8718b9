import type {LabDescription} from "#lib/result.js";
import {typedFigures} from "../site/prose/typed-figures.js";

/** What a page of a lesson must have, and how it is written. */
const PARTS: readonly (readonly [what: string, found: (name: string) => RegExp, written: (name: string) => string])[] =
  [
    ["a heading", () => /^# \S/m, () => "# The question"],
    ["a prediction", (name) => fence("predict", name), (name) => `\`\`\`predict ${name} VARIANT at=SIZE`],
    ["the run in the page", (name) => fence("run", name), (name) => `\`\`\`run ${name} at=SIZE`],
    ["a chart", (name) => fence("chart", name), (name) => `\`\`\`chart ${name} at=SIZE`],
    ["source", (name) => fence("source", `labs/${name}/`), (name) => `\`\`\`source labs/${name}/lab.ts#VARIANT`],
    ["the claims", (name) => fence("claims", name), (name) => `\`\`\`claims ${name}`],
    ["a box for the JVM", () => /^:::+ *jvm\b/m, () => "::: jvm What it is called there"],
    ["a box for Python", () => /^:::+ *python\b/m, () => "::: python What it is called there"],
    ["when not to", () => /^## When not to/m, () => "## When not to"]
  ];

/**
 * What a lesson's page lacks, in sentences that name the way out.
 *
 * @param page its text; null if there is none
 * @param config the text of observablehq.config.ts
 */
export function lacksOfPage(name: string, {question}: LabDescription, page: string | null, config: string): string[] {
  if (page === null) return [`docs/lessons/${name}.md: no such file (\`lab new\` makes one; CONTRIBUTING, step 4)`];
  const open = [...new Set(page.match(/__[^_\n][^\n]*?__/g) ?? [])];
  return [
    ...PARTS.flatMap(([what, found, written]) =>
      found(name).test(page) ? [] : [`${what} is missing: ${written(name)}`]
    ),
    ...open.map((place) => `still to be written: ${place}`),
    ...typedFigures(page).map(
      ({line, figure}) => `line ${line}: a figure is typed into prose: ${figure} (a directive pulls it in)`
    ),
    ...(config.includes(`"/lessons/${name}"`) ? [] : [entryFor(name, question)])
  ];
}

function entryFor(name: string, question: string): string {
  return `not in observablehq.config.ts: add {name: ${JSON.stringify(question.replaceAll("`", ""))}, path: "/lessons/${name}"} to pages`;
}

function fence(directive: string, begins: string): RegExp {
  const literal = begins.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&");
  return new RegExp(`^\`\`\`+ *${directive} +${literal}${begins.endsWith("/") ? "" : "(?![\\w-])"}`, "m");
}
