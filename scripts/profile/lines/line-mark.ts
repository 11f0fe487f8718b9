import type {ListingRow} from "#lib/profile/listing.js";

/** What stands beside the time of a line that is not to be trusted. */
export type LineMark = "?" | "~" | "!";

/** What each mark says, the gravest first. */
export const MARK_TEXTS: Readonly<Record<LineMark, string>> = {
  "?": "may be time of a function of another file that V8 inlined: it has code on a line of this number",
  "~": "partly charged to a caller by V8, and put here because the caller was seen to call no other such line",
  "!": "sampled, and not run when it was counted"
};

/** `?` wins: it says that the time may not belong here at all. */
export function lineMark({
  doubtful,
  likely,
  samples,
  hits
}: Pick<ListingRow, "doubtful" | "likely" | "samples" | "hits">): LineMark | "" {
  if (doubtful > 0) return "?";
  if (likely > 0) return "~";
  return samples > 0 && hits === 0 ? "!" : "";
}
