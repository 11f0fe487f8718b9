import type {LoggedFunction} from "./code-map.js";
import type {CacheSite, CacheState, CodePlace} from "./v8-log.js";

/** V8's marks of the state of a cache. A site without feedback yet (X), or that begins anew (0, ^), has none. */
const STATES: Readonly<Record<string, CacheState>> = {
  "1": "monomorphic",
  P: "polymorphic",
  N: "megamorphic",
  D: "megamorphic",
  G: "megamorphic"
};
const WORSE: readonly CacheState[] = ["monomorphic", "polymorphic", "megamorphic"];

/** One line of the log. */
interface Miss {
  readonly access: string;
  readonly place: CodePlace;
  readonly of: LoggedFunction;
  /** V8's mark of the state that the cache went into. */
  readonly after: string;
  /** Address of the shape. */
  readonly map: string;
  readonly property: string;
}

interface Site {
  readonly first: Miss;
  property: string | null;
  state: CacheState;
  misses: number;
  readonly maps: Set<string>;
}

/** Sums the lines of inline caches up, by the place in the code. */
export class SiteCollector {
  readonly #sites = new Map<string, Site>();

  add(miss: Miss): void {
    const state = STATES[miss.after];
    if (state === undefined) return;
    const {access, place, property, map} = miss;
    const key = `${access},${place.line}:${place.column},${place.file}`;
    const site = this.#sites.get(key) ?? {first: miss, property, state, misses: 0, maps: new Set()};
    this.#sites.set(key, site);
    if (WORSE.indexOf(state) > WORSE.indexOf(site.state)) site.state = state;
    if (site.property !== property) site.property = null;
    site.misses++;
    site.maps.add(map);
  }

  result(): CacheSite[] {
    return [...this.#sites.values()].map(({first: {access, place, of}, property, state, misses, maps}) => {
      return {access, property, place, functionName: of.name, state, misses, shapes: maps.size, tier: of.tier};
    });
  }
}
