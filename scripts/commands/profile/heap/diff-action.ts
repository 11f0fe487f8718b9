import {classGrowth} from "#lib/profile/class-growth.js";
import {frameName, framePlace} from "#lib/profile/frame-text.js";
import {heapGrowth} from "#lib/profile/heap-growth.js";
import {ReaderError} from "../../../errors.js";
import {readProfile} from "../../../profile/formats/read-profile.js";
import {classGrowthText} from "../../../profile/heap/class-text.js";
import {growthText} from "../../../profile/heap/growth-text.js";
import {isSnapshot, readSnapshotClasses} from "../../../profile/heap/read-snapshot.js";
import {withSources} from "../../../profile/with-sources.js";
import {terminal} from "../../../terminal.js";
import type {HeapDiffFlags} from "./diff.js";

const ROWS = 30;

/** `lab profile heap diff`. @param base the folder that places are told from */
export async function heapDiffCommand(
  files: readonly [string, string],
  flags: HeapDiffFlags,
  base: string
): Promise<void> {
  const [first, second] = [await isSnapshot(files[0]), await isSnapshot(files[1])];
  if (first !== second) {
    throw new ReaderError(`${files[first ? 0 : 1]} is a heap snapshot, and ${files[first ? 1 : 0]} is none`, [
      "compare two recordings, or two snapshots"
    ]);
  }
  if (first) await diffSnapshots(files, flags);
  else await diffRecordings(files, flags, base);
}

async function diffRecordings(files: readonly [string, string], flags: HeapDiffFlags, base: string): Promise<void> {
  const {filter = "", limit, sourceMaps, json} = flags;
  const read = async (file: string) => {
    const profile = await readProfile(file);
    return sourceMaps ? withSources(profile) : profile;
  };
  const [before, after] = [await read(files[0]), await read(files[1])];
  const growth = heapGrowth(before, after);
  const rows = growth.rows.filter(({frame}) => contains(`${frameName(frame)} ${framePlace(frame, base)}`, filter));
  const titles = [before.title, after.title] as const;
  if (json === true) {
    const functions = rows.slice(0, limit).map(({frame, ...row}) => ({...frame, ...row}));
    const side = (title: string, {weight, samples}: typeof growth.before) => ({title, bytes: weight, samples});
    terminal.printJson({before: side(titles[0], growth.before), after: side(titles[1], growth.after), functions});
  } else for (const line of growthText({titles, growth, rows}, limit ?? ROWS, base, terminal)) terminal.print(line);
}

async function diffSnapshots(files: readonly [string, string], flags: HeapDiffFlags): Promise<void> {
  const {filter = "", limit, json} = flags;
  const [before, after] = [await readSnapshotClasses(files[0]), await readSnapshotClasses(files[1])];
  const rows = classGrowth(before, after).filter(({name}) => contains(name, filter));
  if (json === true) {
    const side = ({place, objects, bytes}: typeof before) => ({title: place, objects, bytes});
    terminal.printJson({before: side(before), after: side(after), constructors: rows.slice(0, limit)});
  } else for (const line of classGrowthText([before, after], rows, limit ?? ROWS, terminal)) terminal.print(line);
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
