import {frameName, framePlace} from "../profile/frame-text.js";
import type {Frame} from "../profile/profile.js";
import {xmlText} from "../profile/xml-text.js";
import {formatBytes, formatPercent} from "../units.js";
import {durationText} from "./flight-text.js";
import type {Lane, Timeline} from "./timeline.js";
import {TIMELINE_STYLE} from "./timeline-style.js";

const GUTTER = 150;
const RIGHT = 12;
const TOP = 20;
const HEIGHT = 44;
const GAP = 12;
const ROW = 16;
const CHARACTER = 6.7;
/** Shares of an interval are drawn in so many strengths. */
const STRENGTHS = 5;
const MOST_TICKS = 9;

/** A stretch of time with the number of what is said of it. */
export interface Mark {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** How a timeline is drawn. */
export interface TimelineLook {
  /** In pixels. */
  readonly width: number;
  readonly title: string;
  readonly marks: readonly Mark[];
  /** Left out, the drawing brings its style sheet. */
  readonly style?: string;
}

/** How many intervals fit side by side. */
export function intervalsIn(width: number): number {
  return Math.floor((width - GUTTER - RIGHT) / 3);
}

/** The lanes of a thread below one another, on one axis of time, as SVG that needs no script and no font. */
export function timelineSvg(timeline: Timeline, look: TimelineLook): string {
  const {width, title, marks, style = TIMELINE_STYLE} = look;
  const {late, busy, cores, heap, collecting, collectingFully, functions} = timeline;
  const lanes: [Lane, string][] = [
    [late, "late"],
    [busy, "busy"],
    [cores, "cores"],
    [heap, "heap"],
    [collecting, "collecting"]
  ];
  const laneTop = (index: number) => TOP + index * (HEIGHT + GAP);
  const rowsTop = laneTop(lanes.length) + (functions.length > 0 ? ROW : 0);
  const bottom = rowsTop + functions.length * ROW + 4;
  const height = bottom + 22;
  const x = scale(timeline, width);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${xmlText(title)}</title>`,
    ...(style === "" ? [] : [`<style>${style}</style>`]),
    '<rect class="ground" width="100%" height="100%"/>',
    ...marks.map((mark) => markSvg(mark, x, bottom)),
    ...axisSvg(timeline, x, bottom),
    ...lanes.map(([lane, className], index) => laneSvg(lane, className, laneTop(index), timeline, width)),
    `<path class="full" d="${barsPath(collectingFully, collecting.most, laneTop(4), timeline, width)}"/>`,
    ...(functions.length > 0 ? [text("name", 4, rowsTop - 4, "where the time went")] : []),
    ...functions.map(({frame, shares}, index) => {
      return rowSvg(cut(shortText(frame), GUTTER), shares, rowsTop + index * ROW, timeline, width);
    }),
    "</svg>\n"
  ].join("\n");
}

function scale({from, stepMs, count}: Timeline, width: number): (ms: number) => number {
  const plot = width - GUTTER - RIGHT;
  return (ms) => GUTTER + (plot * Math.min(Math.max(0, ms - from), stepMs * count)) / (stepMs * count);
}

function markSvg({label, from, to}: Mark, x: (ms: number) => number, bottom: number): string {
  const left = x(from);
  const wide = Math.max(2, x(to) - left);
  return `<rect class="mark" x="${short(left)}" y="14" width="${short(wide)}" height="${bottom - 14}"/>${text("name", left, 11, label)}`;
}

function axisSvg({from, stepMs, count}: Timeline, x: (ms: number) => number, bottom: number): string[] {
  const to = from + stepMs * count;
  const every = tickEvery(to - from);
  const ticks: string[] = [];
  for (let ms = Math.ceil(from / every) * every; ms <= to; ms += every) {
    const at = short(x(ms));
    ticks.push(`<path class="rule" d="M${at} 14V${bottom + 4}"/>`);
    ticks.push(text("", x(ms) - 8, bottom + 16, `${Number((ms / 1000).toFixed(2))} s`));
  }
  return ticks;
}

function tickEvery(spanMs: number): number {
  const rough = spanMs / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return power * ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10);
}

function laneSvg(lane: Lane, className: string, top: number, timeline: Timeline, width: number): string {
  const base = top + HEIGHT;
  return [
    text("name", 4, top + 12, lane.name),
    text("", 4, top + 28, `to ${amountText(lane, lane.most)}`),
    `<path class="rule" d="M${GUTTER} ${base}H${width - RIGHT}"/>`,
    `<path class="${className}" d="${barsPath(lane, lane.most, top, timeline, width)}"/>`
  ].join("");
}

/** Neighbours of one height are one rectangle. */
function barsPath({values}: Lane, most: number, top: number, {count}: Timeline, width: number): string {
  const step = (width - GUTTER - RIGHT) / count;
  const heights = values.map((value) => short((HEIGHT * value) / most));
  const bars: string[] = [];
  for (let begin = 0; begin < count; ) {
    let end = begin + 1;
    while (end < count && heights[end] === heights[begin]) end++;
    const height = heights[begin]!;
    if (height > 0) {
      const left = short(GUTTER + begin * step);
      bars.push(`M${left} ${top + HEIGHT}v${-height}h${short((end - begin) * step)}v${height}z`);
    }
    begin = end;
  }
  return bars.join("");
}

function rowSvg(label: string, shares: readonly number[], top: number, {count}: Timeline, width: number): string {
  const step = (width - GUTTER - RIGHT) / count;
  const paths = Array.from({length: STRENGTHS}, () => "");
  for (const [index, share] of shares.entries()) {
    const strength = Math.ceil(share * STRENGTHS);
    if (strength > 0)
      paths[strength - 1] += `M${short(GUTTER + index * step)} ${top + 2}h${short(step)}v${ROW - 4}h${-short(step)}z`;
  }
  const drawn = paths.map((path, index) =>
    path === "" ? "" : `<path class="function" fill-opacity="${(index + 1) / STRENGTHS}" d="${path}"/>`
  );
  return `${text("", 4, top + 12, label)}${drawn.join("")}`;
}

/** An amount of a lane with its unit. */
export function amountText({unit}: Pick<Lane, "unit">, value: number): string {
  if (unit === "ms") return durationText(value);
  if (unit === "share") return formatPercent(value);
  return unit === "bytes" ? formatBytes(value) : String(Number(value.toPrecision(2)));
}

function text(className: string, x: number, y: number, content: string): string {
  return `<text${className === "" ? "" : ` class="${className}"`} x="${short(x)}" y="${y}">${xmlText(content, 120)}</text>`;
}

/** Name, file and line: folders are in the table. */
function shortText(frame: Frame): string {
  const place = framePlace(frame).replace(/^.*\//, "");
  return `${frameName(frame)} ${place}`.trim();
}

function cut(content: string, width: number): string {
  const most = Math.floor(width / CHARACTER) - 1;
  return content.length > most ? `${content.slice(0, most - 1)}…` : content;
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
