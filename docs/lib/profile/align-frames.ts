import {isInternal} from "./frame-kind.js";
import {changeFrames} from "./merge-profiles.js";
import type {Frame, Profile} from "./profile.js";
import {frameKey} from "./profile-builder.js";

/**
 * Gives the frames of a second profile the lines of the first one where they are the same function: an edit above a
 * function moves it. Functions of one name in one file are the same if they begin on the same line, or if each side
 * has only one that the other lacks. Lines of the runtime's own files are left out on both sides: they say which
 * version it is.
 */
export function alignFrames(a: Profile, b: Profile): readonly [a: Profile, b: Profile] {
  const first = changeFrames(a, withoutInternalLine);
  const second = changeFrames(b, withoutInternalLine);
  const known = new Set(first.frames.map(frameKey));
  const present = new Set(second.frames.map(frameKey));
  const missing = byFunction(first.frames.filter((frame) => !present.has(frameKey(frame))));
  const added = byFunction(second.frames.filter((frame) => !known.has(frameKey(frame))));
  const partner = (frame: Frame): Frame => {
    if (known.has(frameKey(frame))) return frame;
    const name = functionKey(frame);
    const candidates = missing.get(name) ?? [];
    return candidates.length === 1 && added.get(name)?.length === 1 ? candidates[0]! : frame;
  };
  return [first, changeFrames(second, partner)];
}

function withoutInternalLine(frame: Frame): Frame {
  return isInternal(frame.file) ? {...frame, line: 0, column: 0} : frame;
}

function byFunction(frames: readonly Frame[]): ReadonlyMap<string, readonly Frame[]> {
  const groups = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = functionKey(frame);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [frame]);
    else group.push(frame);
  }
  return groups;
}

function functionKey(frame: Frame): string {
  return frameKey({...frame, line: 0, column: 0});
}
