import {median} from "#lib/stats/median.js";
import {formatBytes, formatNs, formatQuantity} from "#lib/units.js";
import type {FlameBench, FlameOutcome, Waited} from "./flame-result.js";

/** What a reader waits for, of one viewer and one file: texts for a table. */
export interface FlameRow {
  readonly file: string;
  readonly viewer: string;
  readonly picture: string;
  readonly longestTask: string;
}

/** A row for each file and viewer, in the order in which they were measured: medians of the rounds. */
export function flameRows({outcomes}: Pick<FlameBench, "outcomes">): FlameRow[] {
  const groups = new Map<string, FlameOutcome[]>();
  for (const outcome of outcomes) {
    const key = `${outcome.bytes} ${outcome.viewer}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()].map((group) => {
    const {bytes, viewer} = group[0]!;
    return {file: formatBytes(bytes), viewer, ...waitedText(group)};
  });
}

/** A viewer that failed once is not told by the rounds in which it did not. */
function waitedText(group: readonly FlameOutcome[]): Pick<FlameRow, "picture" | "longestTask"> {
  const failed = group.filter(({failure}) => failure !== "");
  if (failed.length > 0) {
    const often = group.length === 1 ? "" : ` in ${failed.length} of ${formatQuantity(group.length, "round")}`;
    return {picture: `none${often}: ${failed[0]!.failure}`, longestTask: ""};
  }
  const of = (what: keyof Waited) => formatNs(median(group.map(({waited}) => waited![what])) * 1e6);
  return {picture: of("picture"), longestTask: of("longestTask")};
}
