import {pathToFileURL} from "node:url";
import {TraceMap} from "@jridgewell/trace-mapping";
import type {CodePlace, V8Log} from "#lib/profile/v8-log/v8-log.js";
import {type HeldMaps, inSource} from "../target-sources.js";
import {mapOf} from "../with-sources.js";

/**
 * The log in places of the sources that were compiled: by the map that a loader put into the code (tsx, ts-node), or by
 * that of the file on the disk. Where there is none, or it cannot be used, places stay as they are.
 */
export async function inSources(log: V8Log): Promise<V8Log> {
  const {deoptimisations, sites} = log;
  const files = [...deoptimisations.flatMap(({places}) => places), ...sites.map(({place}) => place)].map(
    ({file}) => file
  );
  const maps = await mapsOf(new Set(files), log);
  if (maps.size === 0) return log;
  const mapped = (place: CodePlace) => inSource(place, maps);
  return {
    ...log,
    deoptimisations: deoptimisations.map((each) => {
      const [first, ...rest] = each.places;
      return {...each, places: [mapped(first), ...rest.map(mapped)]};
    }),
    sites: sites.map((site) => ({...site, place: mapped(site.place)}))
  };
}

async function mapsOf(files: ReadonlySet<string>, {sourceMaps}: V8Log): Promise<HeldMaps> {
  const maps = new Map<string, TraceMap>();
  for (const file of files) {
    const map = await mapIn(file, sourceMaps.get(file)).catch(() => null);
    if (map !== null) maps.set(file, map);
  }
  return maps;
}

async function mapIn(file: string, link: string | undefined): Promise<TraceMap | null> {
  if (link?.startsWith("data:") !== true) return mapOf(file);
  const text = await (await fetch(link)).text();
  return new TraceMap(text, file.startsWith("/") ? pathToFileURL(file).href : file);
}
