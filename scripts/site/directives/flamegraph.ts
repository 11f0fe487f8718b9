import {changePicture} from "#lib/profile/change-picture.js";
import {compareProfiles} from "#lib/profile/compare-profiles.js";
import {FLAME_STYLE} from "#lib/profile/flame-colors.js";
import {type FlamePicture, flamePicture} from "#lib/profile/flame-picture.js";
import {flameSvg, type RootAt} from "#lib/profile/flame-svg.js";
import {ReaderError} from "../../errors.js";
import {deferred} from "../deferred.js";
import {type Body, type DirectiveArguments, required} from "../directive.js";
import {flameFigure} from "../flame-figure.js";
import {changeTable, functionTable} from "../flame-table.js";
import type {PageContext} from "../page-place.js";
import {recordingNamed} from "../recordings.js";
import {siteRootFrom} from "../site-root.js";

/** As wide as the text: letters are as large as they were drawn. */
const WIDTH = 672;

/** Pages whose first graph has brought the style sheet. */
const styled = new WeakSet<object>();

/** What differs between the graph of one profile and that of two. */
interface Drawn {
  readonly picture: FlamePicture;
  /** HTML. */
  readonly table: string;
  readonly label: string;
  readonly data: Readonly<Record<string, string>>;
  readonly speedscope?: string;
}

/**
 * `flamegraph orders/node-26.cpuprofile root=bottom`: a committed recording as a flame graph, with a table that says
 * the same; the body of the fence is its caption. `before=` another recording makes it a differential graph,
 * `as=table` leaves the table alone.
 */
export function flamegraph({positional, named}: DirectiveArguments, page: PageContext, {html}: Body): string {
  const name = required(positional[0], "the recording");
  const rootAt = oneOf("root", named.get("root") ?? "top", ["top", "bottom"]) as RootAt;
  const as = oneOf("as", named.get("as") ?? "picture", ["picture", "table"]);
  const before = named.get("before");
  const root = siteRootFrom(page);
  const {table, picture, ...drawn} = before === undefined ? drawnOne(name, root) : drawnTwo(before, name, root);
  const caption = html === "" ? "" : `<figcaption>${html}</figcaption>`;
  if (as === "table") return deferred(`<figure class="flame-figure">${table}${caption}</figure>`);
  const drawing = flameSvg(picture, rootAt, styled.has(page) ? "" : FLAME_STYLE);
  styled.add(page);
  const fold = `<details class="flame-table"><summary>The same as a table</summary>${table}</details>`;
  const figure = {...drawn, drawing, rootAt, neighbours: before === undefined, after: `${caption}${fold}`};
  return deferred(flameFigure(figure));
}

function drawnOne(name: string, root: string): Drawn {
  const profile = recordingNamed(name);
  const opened = `profileURL=${encodeURIComponent(`../recordings/${name}`)}&title=${encodeURIComponent(name)}`;
  return {
    picture: flamePicture(profile, {width: WIDTH}),
    table: functionTable(profile),
    label: `Flame graph of ${name}; the table below says the same`,
    data: {profile: `${root}recordings/${name}`},
    ...(!name.endsWith(".json") && {speedscope: `${root}speedscope/index.html#${opened}`})
  };
}

function drawnTwo(before: string, after: string, root: string): Drawn {
  const comparison = compareProfiles(recordingNamed(before), recordingNamed(after));
  return {
    picture: changePicture(comparison, [before, after], {width: WIDTH}),
    table: changeTable(comparison),
    label: `Differential flame graph, from ${before} to ${after}; the table below says the same`,
    data: {before: `${root}recordings/${before}`, profile: `${root}recordings/${after}`}
  };
}

function oneOf(argument: string, value: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  throw new ReaderError(`${argument}=${value} is not known`, `there are: ${known.join(", ")}`);
}
