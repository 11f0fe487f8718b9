import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";

const Sampled = v.object({samples: v.number(), us: v.number()});
const Line = v.object({
  line: v.number(),
  hits: v.nullable(v.number()),
  source: v.string(),
  ...Sampled.entries,
  errorUs: v.number(),
  usPerHit: v.nullable(v.number()),
  share: v.number(),
  returned: v.number(),
  likely: v.number(),
  doubtful: v.number()
});
const Listed = v.object({
  name: v.string(),
  file: v.string(),
  line: v.number(),
  calls: v.number(),
  whole: Sampled,
  unlined: Sampled,
  foreign: Sampled,
  lines: v.array(Line)
});
const ListingFile = v.object({inlining: v.boolean(), samples: v.number(), functions: v.array(Listed)});

/** A line of a function as `lab profile lines` has written it: times in microseconds. */
export type FileLine = v.InferOutput<typeof Line>;
/** A function in such a file. */
export type FileListing = v.InferOutput<typeof Listed>;
/** What `lab profile lines -o FILE.json` writes, as far as it is read again. */
export type ListingFile = v.InferOutput<typeof ListingFile>;

/** @throws ResultError that names place and field where it is no such file */
export function checkListingFile(value: unknown, place: string): ListingFile {
  return checkValue(ListingFile, value, place);
}
