import {CountedScript} from "#lib/profile/counted-script.js";
import {checkCoverage, type ScriptCoverage} from "#lib/profile/coverage.js";
import {isPreload} from "../preload/preload-file.js";
import type {Recorder, Texts} from "../recorder.js";
import type {HeldMaps} from "../target-sources.js";

/** What was counted in a thread. */
export interface Counted {
  readonly scripts: readonly ScriptCoverage[];
  readonly texts: Texts;
  readonly maps: HeldMaps;
}

/** Scripts with their counts, by address. */
export interface CountedScripts {
  readonly scripts: ReadonlyMap<string, CountedScript>;
  /** Addresses where threads ran different code: their counts have no sum. */
  readonly differing: readonly string[];
  readonly maps: HeldMaps;
}

/**
 * Counts calls and blocks exactly. Block counts leave functions optimised, where counts of functions alone would not:
 * they are the cheaper ones. Times of a run that counts mean nothing all the same.
 */
export function countingRecorder(): Recorder<Counted> {
  return {
    flags: [],
    start: [["Profiler.enable"], ["Profiler.startPreciseCoverage", {callCount: true, detailed: true}]],
    stop: "Profiler.takePreciseCoverage",
    texts: true,
    read: (value, maps, texts) => ({scripts: checkCoverage(value, "counts").filter(isTheirs), texts, maps})
  };
}

/** Sums what threads counted. */
export function countedScripts(threads: readonly Counted[]): CountedScripts {
  const found = new Map<string, {text: string | null; counts: ScriptCoverage["functions"][]}>();
  for (const {scripts, texts} of threads) {
    for (const {url, functions} of scripts) {
      const text = texts.get(url);
      if (text === undefined) continue;
      const known = found.get(url) ?? {text, counts: []};
      found.set(url, {text: known.text === text ? text : null, counts: [...known.counts, functions]});
    }
  }
  const scripts = new Map<string, CountedScript>();
  for (const [url, {text, counts}] of found) if (text !== null) scripts.set(url, new CountedScript(url, text, counts));
  const differing = [...found].filter(([, {text}]) => text === null).map(([url]) => url);
  return {scripts, differing, maps: new Map(threads.flatMap(({maps}) => [...maps]))};
}

/** Not what we loaded into the program. */
function isTheirs({url}: ScriptCoverage): boolean {
  return url !== "" && !isPreload(url);
}
