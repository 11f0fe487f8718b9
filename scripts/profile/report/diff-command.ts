import {changePicture} from "#lib/profile/change-picture.js";
import {compareProfiles} from "#lib/profile/compare-profiles.js";
import {flameSvg} from "#lib/profile/flame-svg.js";
import {frameName, framePlace} from "#lib/profile/frame-text.js";
import type {Profile} from "#lib/profile/profile.js";
import {formatPercent} from "#lib/units.js";
import type {DiffFlags} from "../../commands/profile/diff.js";
import {ReaderError} from "../../errors.js";
import {writeAtomically} from "../../files.js";
import {terminal} from "../../terminal.js";
import {htmlPage} from "../formats/html-page.js";
import {readProfile} from "../formats/read-profile.js";
import {refuseOverwrite} from "../formats/write-profile.js";
import {withSources} from "../with-sources.js";
import {type DiffParts, diffText} from "./diff-text.js";

const ROWS = 30;
/** Rows of the table in an HTML file. */
const MOST_ROWS = 500;

/** `lab profile diff`. @param base the folder that places are told from */
export async function diffCommand(files: readonly [string, string], flags: DiffFlags, base: string): Promise<void> {
  const {out, force = false, sourceMaps, idle = false, filter = "", limit, json} = flags;
  if (out !== undefined) {
    if (!/\.(svg|html?)$/i.test(out)) throw new ReaderError(`${out}: expected a name that ends in .svg or .html`);
    refuseOverwrite(out, force);
  }
  const read = async (file: string) => {
    const profile = await readProfile(file, flags.from);
    return sourceMaps ? withSources(profile) : profile;
  };
  const [before, after] = [await read(files[0]), await read(files[1])];
  const comparison = compareProfiles(before, after, {idle});
  const wanted = filter.toLowerCase();
  const rows = comparison.rows.filter(({frame}) =>
    `${frameName(frame)} ${framePlace(frame, base)}`.toLowerCase().includes(wanted)
  );
  const parts = {
    titles: [before.title, after.title] as const,
    unit: before.unit,
    comparison,
    rows,
    notes: notesOf(before, after)
  };
  if (json === true) terminal.printJson(diffJson(parts, limit ?? Number.POSITIVE_INFINITY));
  else for (const line of diffText(parts, limit ?? ROWS, base, terminal)) terminal.print(line);
  if (out === undefined) return;
  const picture = flameSvg(changePicture(comparison, parts.titles, {base}), flags.root);
  await writeAtomically(out, out.toLowerCase().endsWith(".svg") ? picture : diffPage(parts, picture, base));
  terminal.tell(`drawn in ${out}`);
}

function notesOf(...profiles: readonly Profile[]): string[] {
  return profiles.flatMap(({title, notes}) => notes.map((note) => `${title}: ${note}`));
}

function diffJson({titles, unit, comparison, rows, notes}: DiffParts, limit: number): unknown {
  const [before, after] = comparison.wholes;
  return {
    unit,
    normalised: "self weight as a share of the profile's own whole",
    before: {title: titles[0], ...before},
    after: {title: titles[1], ...after},
    functions: rows.slice(0, limit).map(({frame, ...row}) => ({...frame, ...row})),
    notes
  };
}

function diffPage({titles, rows}: DiffParts, picture: string, base: string): string {
  return htmlPage({
    title: `${titles[0]} → ${titles[1]}`,
    picture,
    caption: "Functions by the difference of their self weight, each a share of its own profile's whole",
    columns: ["before", "after", "change", "function", "place"],
    rows: rows
      .slice(0, MOST_ROWS)
      .map(({frame, before, after, change, clear}) => [
        {text: formatPercent(before.self), number: true},
        {text: formatPercent(after.self), number: true},
        {text: clear === false ? `${change}, within what sampling leaves uncertain` : change},
        {text: frameName(frame)},
        {text: framePlace(frame, base)}
      ]),
    more: Math.max(0, rows.length - MOST_ROWS)
  });
}
