import {frameName} from "#lib/profile/frame-text.js";
import {errorUs, type Listing, type ListingRow} from "#lib/profile/listing.js";
import type {LineReport} from "./line-report.js";
import {MODULE} from "./span-frame.js";

/** A report for another program: times in microseconds, shares of `whole`, texts as they are. */
export function lineJson({listings, samples, us, intervalUs, notes}: LineReport, perHit: boolean): object {
  return {samples, sampledUs: us, intervalUs, functions: listings.map((each) => listingJson(each, perHit)), notes};
}

function listingJson({span, file, line, rows, whole, unlined, foreign}: Listing, perHit: boolean): object {
  return {
    name: span.isModule ? MODULE : frameName(span),
    file,
    line,
    calls: span.calls,
    whole,
    unlined,
    foreign,
    lines: rows.map((row) => rowJson(row, whole.us, perHit))
  };
}

function rowJson(row: ListingRow, whole: number, perHit: boolean): object {
  const {us, hits} = row;
  return {
    ...row,
    errorUs: errorUs(row),
    usPerHit: perHit && hits !== null && hits > 0 ? us / hits : null,
    share: whole > 0 ? us / whole : 0
  };
}
