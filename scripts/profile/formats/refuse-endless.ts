import {alongStacks} from "#lib/profile/along-stacks.js";
import {hasOwnWeight, type Profile} from "#lib/profile/profile.js";
import {formatCount} from "#lib/units.js";
import {ReaderError} from "../../errors.js";

/** Frames in all stacks together: more take gigabytes. */
export const MOST_FRAMES = 20_000_000;
/** No string of V8's is longer than 2^29 - 24 characters, from Node 20 to 26. */
const MOST_CHARACTERS = 2 ** 29 - 24;

/**
 * Refuses to write each stack of a profile in full where that would need more memory than there is.
 *
 * @param format that would do so
 * @param charactersOf what a frame takes in a text, by its index; 0 where the format writes numbers
 * @throws ReaderError that names the formats in which stacks share what they have in common
 */
export function refuseEndless(profile: Profile, format: string, charactersOf: (frame: number) => number): void {
  const {tree, title} = profile;
  const sum = (of: (frame: number) => number) =>
    alongStacks(tree, of).reduce((before, size, node) => (hasOwnWeight(tree, node) ? before + size : before), 0);
  const frames = sum(() => 1);
  if (frames <= MOST_FRAMES && sum(charactersOf) <= MOST_CHARACTERS) return;
  throw new ReaderError(
    `${title}: its stacks have ${formatCount(frames)} frames together, and ${format} writes each in full`,
    "a .cpuprofile, .heapprofile, .svg or .html keeps once what stacks have in common"
  );
}
