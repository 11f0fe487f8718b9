import {mergeProfiles} from "#lib/profile/merge-profiles.js";
import type {Profile} from "#lib/profile/profile.js";
import type {StatsFlags} from "../../commands/profile/stats.js";
import {ReaderError} from "../../errors.js";
import {terminal} from "../../terminal.js";
import {readProfile} from "../formats/read-profile.js";
import {withSources} from "../with-sources.js";
import {type Stats, statsOf} from "./stats.js";
import {statsJson} from "./stats-json.js";
import {detailText, statsText} from "./stats-text.js";

const ROWS = 30;
/** Functions of one name that are shown, the greatest first. */
const DETAILS = 3;

/** `lab profile stats`. @param base the folder that places are told from */
export async function statsCommand(files: readonly string[], flags: StatsFlags, base: string): Promise<void> {
  const profiles: Profile[] = [];
  for (const file of files) profiles.push(await readProfile(file, flags.from));
  const merged = mergeProfiles(profiles as [Profile, ...Profile[]]);
  const profile = flags.sourceMaps ? await withSources(merged) : merged;
  const {sort, filter, function: wanted, idle} = flags;
  const stats = statsOf(profile, {
    sort,
    base,
    ...(filter !== undefined && {filter}),
    ...(wanted !== undefined && {function: wanted}),
    ...(idle && {idle})
  });
  if (wanted !== undefined && stats.details.length === 0) throw noFunction(wanted, profile);
  if (flags.json === true) terminal.printJson(statsJson(stats, flags.limit ?? Number.POSITIVE_INFINITY));
  else print(stats, flags, base);
}

function print(stats: Stats, {limit = ROWS, function: wanted}: StatsFlags, base: string): void {
  if (wanted === undefined) {
    for (const line of statsText(stats, limit, base, terminal)) terminal.print(line);
    return;
  }
  for (const [index, detail] of stats.details.slice(0, DETAILS).entries()) {
    if (index > 0) terminal.print();
    for (const line of detailText(detail, stats, limit, base, terminal)) terminal.print(line);
  }
  const more = stats.details.length - DETAILS;
  if (more > 0) terminal.tell(`${more} more have that name: --function NAME@PART-OF-ITS-PLACE chooses`);
}

function noFunction(wanted: string, {title, frames}: Profile): ReaderError {
  const name = wanted.split("@")[0]!.toLowerCase();
  const near = [...new Set(frames.map((frame) => frame.name))].filter((each) => each.toLowerCase().includes(name));
  const hint = near.length > 0 ? `there are ${near.slice(0, 5).join(", ")}` : "`lab profile stats` lists all functions";
  return new ReaderError(`${title}: no function ${wanted} was sampled`, hint);
}
