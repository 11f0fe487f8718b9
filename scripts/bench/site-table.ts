import {median} from "#lib/stats/median.js";
import {formatBytes} from "#lib/units.js";
import {formatTable} from "../terminal/table.js";
import type {PageVisit} from "./visit-page.js";

/** What a lesson may cost a reader before anything is asked for. */
export const MOST_REQUESTS = 14;
export const MOST_BYTES = 150_000;
/** What a build of the whole book may take of processors. */
export const MOST_BUILD_SECONDS = 20;

const HEAD = ["page", "requests", "raw", "gzipped", "fonts", "first paint", "first chart"];

/** One page, and what each visit of it cost. */
export interface VisitedPage {
  readonly name: string;
  readonly visits: readonly PageVisit[];
}

/** A line for each page: weights of the first visit, medians of times. */
export function siteTable(pages: readonly VisitedPage[], width: number): string[] {
  const columns = HEAD.map((title, index) => ({title, align: index === 0 ? ("left" as const) : ("right" as const)}));
  return formatTable(columns, pages.map(cellsOf), width);
}

/** Whether a page keeps what is promised of a lesson. */
export function isLight({visits}: VisitedPage): boolean {
  const {requests, gzipped} = visits[0]!;
  return requests <= MOST_REQUESTS && gzipped <= MOST_BYTES;
}

function cellsOf({name, visits}: VisitedPage): string[] {
  const {requests, bytes, gzipped, fontsGzipped} = visits[0]!;
  const charts = visits.map(({firstChartMs}) => firstChartMs).filter((ms) => ms !== null);
  return [
    name,
    String(requests),
    formatBytes(bytes),
    formatBytes(gzipped),
    formatBytes(fontsGzipped),
    milliseconds(visits.map(({firstPaintMs}) => firstPaintMs)),
    charts.length === 0 ? "none" : milliseconds(charts)
  ];
}

function milliseconds(values: readonly number[]): string {
  return `${median(values).toFixed(0)} ms`;
}
