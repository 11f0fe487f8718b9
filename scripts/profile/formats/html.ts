import {flamePicture} from "#lib/profile/flame-picture.js";
import {flameSvg} from "#lib/profile/flame-svg.js";
import {frameName, framePlace, weightText} from "#lib/profile/frame-text.js";
import {functionRows} from "#lib/profile/function-rows.js";
import {withoutIdle} from "#lib/profile/idle.js";
import {packProfile} from "#lib/profile/packed-profile.js";
import {type Profile, sumOf} from "#lib/profile/profile.js";
import {formatPercent} from "#lib/units.js";
import {flameScript} from "./flame-script.js";
import type {Format, WriteOptions} from "./format.js";
import {type Cell, htmlPage, type PageParts} from "./html-page.js";

/** Functions in the table; the rest is counted. */
const MOST_FUNCTIONS = 500;

/** Share of the whole below which a stack is not told apart in a page that works. */
const LEAST = 1e-4;

/** The flame graph, which works where scripts do, and the table of functions: one file that asks nothing of a network. */
export const html: Format = {
  name: "html",
  endings: [".html", ".htm"],
  write: (profile, options) => profilePage(profile, options)
};

/** @param lead what stands before the flame graph */
export function profilePage(profile: Profile, options: WriteOptions, lead?: PageParts["lead"]): string {
  const picture = flameSvg(flamePicture(profile, options), options.rootAt);
  const shown = options.idle === true ? profile : withoutIdle(profile);
  const whole = sumOf(shown).weight;
  const rows = functionRows(shown).filter(({total}) => total > 0);
  const cell = (weight: number): Cell[] => [
    {text: weightText(weight, profile.unit), number: true},
    {text: formatPercent(whole === 0 ? 0 : weight / whole), number: true}
  ];
  return htmlPage({
    title: profile.title,
    ...(lead && {lead}),
    picture,
    live: {data: packProfile(shown, LEAST), script: flameScript(), root: options.rootAt ?? "top"},
    caption: `Functions by self weight; per cent of ${weightText(whole, profile.unit)}`,
    columns: ["self", "%", "total", "%", "function", "place"],
    rows: rows
      .slice(0, MOST_FUNCTIONS)
      .map(({frame, self, total}) => [
        ...cell(self),
        ...cell(total),
        {text: frameName(frame)},
        {text: framePlace(frame, options.base)}
      ]),
    more: Math.max(0, rows.length - MOST_FUNCTIONS)
  });
}
