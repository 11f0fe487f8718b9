import type {CountedScript} from "#lib/profile/counted-script.js";
import {isInternal} from "#lib/profile/frame-kind.js";
import {shortFile} from "#lib/profile/frame-text.js";
import {samplesInOrder} from "#lib/profile/from-cpu-profile.js";
import {type Charged, lineCharges} from "#lib/profile/line-charges.js";
import {type Listing, listingOf} from "#lib/profile/listing.js";
import {type CountedProgram, type PlacedTimes, placeCharges} from "#lib/profile/place-charges.js";
import {median} from "#lib/stats/median.js";
import {isPreload} from "../preload/preload-file.js";
import {chooseFunctions, selfUs} from "./choose-functions.js";
import {codeLines} from "./code-lines.js";
import {type Counted, type CountedScripts, countedScripts} from "./counting.js";
import type {SampledLines} from "./line-recorder.js";
import {sourceView} from "./source-view.js";

/** Which functions are listed, and how they were sampled. */
export interface LineOptions {
  /** As `isFunction` takes it; the functions with most time if left out. */
  readonly function: string | undefined;
  /** Most listings. */
  readonly top: number;
  readonly inlining: boolean;
  /** Folder that places are told from, with a slash at its end. */
  readonly base: string;
}

/** What two runs of a program say by line. */
export interface LineReport {
  readonly listings: readonly Listing[];
  /** Samples of the whole program that found its code, and their time. */
  readonly samples: number;
  readonly us: number;
  /** Median gap between two samples; null with fewer than two. */
  readonly intervalUs: number | null;
  /** What cannot be joined, and why, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Joins a run that was sampled with a run that was counted.
 *
 * @param nodes versions of Node that were sampled
 * @throws ReaderError if the function that was asked for is not there
 */
export async function lineReport(
  sampled: readonly SampledLines[],
  counted: readonly Counted[],
  nodes: readonly string[],
  options: LineOptions
): Promise<LineReport> {
  const scripts = countedScripts(counted);
  const changed = changedScripts(sampled, scripts);
  const {charges, callees} = lineCharges(sampled.map(({profile}) => profile));
  const theirs = charges.filter(({frame}) => frame.url !== "" && !isPreload(frame.url));
  const charged: Charged = {charges: theirs.filter(({frame}) => !changed.has(frame.url)), callees};
  const code = memoised(codeLines);
  const program: CountedProgram = {
    scripts: scripts.scripts,
    codeOf: code,
    chargesInlined: chargesInlined(nodes, options)
  };
  const placed = placeCharges(charged, program);
  const chosen = chooseFunctions(placed, scripts.scripts, options);
  const listings: Listing[] = [];
  for (const span of chosen) {
    const script = scripts.scripts.get(span.url)!;
    const view = await sourceView(span, {script, code: code(script)}, scripts.maps);
    const others = options.function === undefined ? new Set(chosen) : undefined;
    listings.push(listingOf(span, script, view, placed, others));
  }
  const own = theirs.filter(({frame}) => !isInternal(frame.url));
  return {
    listings,
    samples: own.reduce((sum, {samples}) => sum + samples, 0),
    us: own.reduce((sum, {us}) => sum + us, 0),
    intervalUs: gapOf(sampled),
    notes: [...changed].map(changedText(scripts, options.base)).concat(uncountedText(placed, scripts, options.base))
  };
}

/** Node 26 was seen to charge them to themselves, 20, 22 and 24 to their callers; without inlining there are none. */
function chargesInlined(nodes: readonly string[], {inlining}: LineOptions): boolean {
  return !inlining || nodes.every((version) => Number.parseInt(version, 10) >= 26);
}

/** Scripts whose code was not the same in both runs, or in all threads. */
function changedScripts(sampled: readonly SampledLines[], {scripts, differing}: CountedScripts): ReadonlySet<string> {
  const changed = new Set(differing);
  for (const {texts} of sampled) {
    for (const [url, text] of texts) {
      const script = scripts.get(url);
      if (script !== undefined && script.lines.text !== text) changed.add(url);
    }
  }
  return changed;
}

function changedText({differing}: CountedScripts, base: string): (url: string) => string {
  return (url) => {
    const why = differing.includes(url) ? "had different code in different threads" : "was not the same in both runs";
    return `${shortFile(url, base)} ${why}: it is left out`;
  };
}

/** Functions with at least a hundredth of the time that the other run did not call. */
function uncountedText(placed: PlacedTimes, {differing}: CountedScripts, base: string): string[] {
  const sum = [...placed.functions].reduce((before, [span]) => before + selfUs(placed, span), 0);
  return [...placed.uncounted.values()]
    .filter(({us, frame}) => us >= sum / 100 && !isInternal(frame.url) && !differing.includes(frame.url))
    .map(({frame}) => {
      const place = `${shortFile(frame.url, base)}:${frame.lineNumber + 1}`;
      return `${frame.functionName || "(anonymous)"} (${place}) ran when it was sampled, and not when it was counted`;
    });
}

function gapOf(sampled: readonly SampledLines[]): number | null {
  const gaps = sampled
    .flatMap(({profile}) => [...samplesInOrder(profile).weights].slice(0, -1))
    .filter((gap) => gap > 0);
  return gaps.length === 0 ? null : median(gaps);
}

function memoised<Value>(compute: (script: CountedScript) => Value): (script: CountedScript) => Value {
  const known = new Map<CountedScript, Value>();
  return (script) => {
    if (!known.has(script)) known.set(script, compute(script));
    return known.get(script)!;
  };
}
