import {readFile, stat} from "node:fs/promises";
import {fileURLToPath, pathToFileURL} from "node:url";
import {originalPositionFor, TraceMap} from "@jridgewell/trace-mapping";
import {changeFrames} from "#lib/profile/merge-profiles.js";
import type {Frame, Profile} from "#lib/profile/profile.js";

/** A file larger than this is not searched for its source map. */
const MOST_BYTES = 64 * 2 ** 20;
const LINK = /\/\/[#@] sourceMappingURL=(\S+)\s*$/;

/**
 * The profile with the names and places of the sources that were compiled, where a source map is in the code, linked
 * from it or beside it. A map that cannot be used leaves its frames as they are, and a note.
 */
export async function withSources(profile: Profile): Promise<Profile> {
  const files = [...new Set(profile.frames.map(({file}) => file))];
  const maps = new Map<string, TraceMap>();
  const notes: string[] = [];
  for (const file of files) {
    try {
      const map = await mapOf(file);
      if (map !== null) maps.set(file, map);
    } catch (error) {
      notes.push(`the source map of ${file} cannot be used: ${(error as Error).message}`);
    }
  }
  const mapped = maps.size === 0 ? profile : changeFrames(profile, (frame) => sourceOf(frame, maps.get(frame.file)));
  return {...mapped, notes: [...mapped.notes, ...notes]};
}

/** The source's frame for a compiled one; the same frame where the map says nothing. */
function sourceOf(frame: Frame, map: TraceMap | undefined): Frame {
  if (map === undefined || frame.line === 0 || frame.column === 0) return frame;
  const at = (column: number) => originalPositionFor(map, {line: frame.line, column: Math.max(0, column)});
  const begin = at(frame.column - 1);
  if (begin.source === null) return frame;
  // V8 gives the place of the parameters; the name that a map knows stands before them.
  const named = frame.name === "" ? begin : at(frame.column - 1 - frame.name.length);
  const name = frame.name === "" ? "" : (named.name ?? begin.name ?? frame.name);
  return {name, file: begin.source, line: begin.line, column: begin.column + 1};
}

/**
 * The source map of a file on this machine: in it, linked from it or beside it; null if there is none.
 *
 * @throws Error if it cannot be used
 */
export async function mapOf(file: string): Promise<TraceMap | null> {
  const path = pathOf(file);
  const text = path === null ? null : await textOf(path);
  if (path === null || text === null) return null;
  const link = LINK.exec(text.slice(text.lastIndexOf("//")))?.[1];
  if (link?.startsWith("data:") === true) return new TraceMap(dataText(link), pathToFileURL(path).href);
  const beside = link === undefined ? `${path}.map` : linkedPath(link, path);
  const map = beside === null ? null : await textOf(beside);
  return beside === null || map === null ? null : new TraceMap(map, pathToFileURL(beside).href);
}

/** A path of this machine; null for what is built in or came over a network. */
function pathOf(file: string): string | null {
  if (/^file:\/\/\//.test(file)) return fileURLToPath(file);
  return /^(?:\/(?!\/)|[A-Za-z]:[\\/])/.test(file) ? file : null;
}

function linkedPath(link: string, from: string): string | null {
  return pathOf(new URL(link, pathToFileURL(from)).href);
}

function dataText(link: string): string {
  const comma = link.indexOf(",");
  const data = link.slice(comma + 1);
  return link.slice(0, comma).endsWith(";base64") ? Buffer.from(data, "base64").toString() : decodeURIComponent(data);
}

/** The text of a file on this machine; null for what is no plain file, or too large. */
export async function textAt(file: string): Promise<string | null> {
  const path = pathOf(file);
  return path === null ? null : textOf(path);
}

async function textOf(path: string): Promise<string | null> {
  const facts = await stat(path).catch(() => null);
  if (facts === null || !facts.isFile() || facts.size > MOST_BYTES) return null;
  return readFile(path, "utf8");
}
