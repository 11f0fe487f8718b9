import {type EncodedSourceMap, originalPositionFor, TraceMap} from "@jridgewell/trace-mapping";
import * as v from "valibot";
import type {CpuNode, CpuProfile} from "#lib/profile/cpu-profile.js";
import {changeFrames} from "#lib/profile/merge-profiles.js";
import type {Profile} from "#lib/profile/profile.js";
import {evaluate} from "./evaluate.js";
import type {Session} from "./session.js";

/** Source maps that a process holds in memory, as its loader made them, by the address of the code. */
export type HeldMaps = ReadonlyMap<string, TraceMap>;

const SourceMap = v.looseObject({
  version: v.literal(3),
  sources: v.array(v.nullable(v.string())),
  names: v.optional(v.array(v.string()), []),
  mappings: v.string()
});
const held = v.record(v.string(), SourceMap);

/** Without the sources themselves, which may be large. */
const findMaps = (urls: readonly string[]) => `(() => {
  const {findSourceMap} = (process.getBuiltinModule ?? require)("node:module");
  const maps = {};
  for (const url of ${JSON.stringify(urls)}) {
    const map = findSourceMap(url)?.payload;
    if (map) maps[url] = {version: 3, sources: map.sources, names: map.names, mappings: map.mappings};
  }
  return maps;
})()`;

/**
 * Asks a target for the source maps that its loader gave it (tsx, ts-node, --enable-source-maps). None if it holds
 * none, or does not answer.
 */
export function heldMaps(session: Session, profiles: readonly CpuProfile[]): Promise<HeldMaps> {
  return heldMapsOf(
    session,
    profiles.flatMap(({nodes}) => nodes.map(({callFrame}) => callFrame.url))
  );
}

/** As `heldMaps`, for addresses of code. */
export async function heldMapsOf(session: Session, urls: readonly string[]): Promise<HeldMaps> {
  const files = [...new Set(urls)].filter((url) => /^(file:|\/)/.test(url) && !url.includes("/node_modules/"));
  const answer = files.length === 0 ? {} : await evaluate(session, findMaps(files)).catch(() => ({}));
  return readMaps(answer);
}

/** Checks maps that came from a process. @returns those that can be used; none if the whole is malformed */
export function readMaps(value: unknown): HeldMaps {
  const {success, output} = v.safeParse(held, value);
  const maps = new Map<string, TraceMap>();
  for (const [url, map] of success ? Object.entries(output) : []) {
    try {
      maps.set(url, new TraceMap(map as EncodedSourceMap, url.startsWith("/") ? `file://${url}` : url));
    } catch {
      // A map that cannot be read leaves the compiled positions, which are true, if less useful.
    }
  }
  return maps;
}

/**
 * A profile with the places of the sources. Ticks by line are left out where the code was compiled: V8 gives them
 * without a column, and loaders like tsx put a whole file on one line.
 */
export function withHeldMaps(profile: CpuProfile, maps: HeldMaps): CpuProfile {
  if (maps.size === 0) return profile;
  return {...profile, nodes: profile.nodes.map((node) => mapped(node, maps.get(node.callFrame.url)))};
}

/** As `withHeldMaps`, for a profile that says nothing of lines within functions. */
export function inHeldSources(profile: Profile, maps: HeldMaps): Profile {
  return maps.size === 0 ? profile : changeFrames(profile, (frame) => inSource(frame, maps));
}

/** A place with the file of the source; lines and columns count from 1. The same place where no map knows it. */
export function inSource<Place extends {readonly file: string; readonly line: number; readonly column: number}>(
  place: Place,
  maps: HeldMaps
): Place {
  const map = maps.get(place.file);
  if (map === undefined || place.line === 0) return place;
  const {source, line, column} = originalPositionFor(map, {line: place.line, column: Math.max(0, place.column - 1)});
  return source === null ? place : {...place, file: source, line, column: column + 1};
}

function mapped(node: CpuNode, map: TraceMap | undefined): CpuNode {
  const {lineNumber, columnNumber} = node.callFrame;
  if (map === undefined || lineNumber < 0) return node;
  const {source, line, column} = originalPositionFor(map, {line: lineNumber + 1, column: Math.max(0, columnNumber)});
  if (source === null) return node;
  const {positionTicks: _ticks, ...rest} = node;
  return {...rest, callFrame: {...node.callFrame, url: source, lineNumber: line - 1, columnNumber: column}};
}
