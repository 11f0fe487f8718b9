import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Profile} from "#lib/profile/profile.js";
import {profileFromText} from "#lib/profile/profile-from-text.js";
import {ReaderError} from "../errors.js";
import {ROOT} from "../store.js";

/** Where the recordings that pages show are committed: a folder for each program. */
export const RECORDINGS = join(ROOT, "data", "recordings");

const NAME = /^[\w-]+\/[\w.-]+\.(?:cpuprofile|heapprofile|flight\.json)$/;

const read = new Map<string, Profile>();

/**
 * A committed recording: `orders/node-26.cpuprofile`. Its title is its name.
 *
 * @throws ReaderError that names the recordings that exist
 * @throws ResultError that names what is wrong in it
 */
export function recordingNamed(name: string): Profile {
  const known = read.get(name);
  if (known !== undefined) return known;
  const path = join(RECORDINGS, name);
  if (!NAME.test(name) || !existsSync(path)) {
    throw new ReaderError(`no recording is called ${name}`, `there are: ${recordingNames().join(", ") || "none"}`);
  }
  const profile = profileFromText(readFileSync(path, "utf8"), name);
  read.set(name, profile);
  return profile;
}

/** Names of all recordings that a flame graph can be drawn of. */
export function recordingNames(): string[] {
  if (!existsSync(RECORDINGS)) return [];
  const files = readdirSync(RECORDINGS, {recursive: true, encoding: "utf8"});
  return files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => NAME.test(file))
    .sort();
}
