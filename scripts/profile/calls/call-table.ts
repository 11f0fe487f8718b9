import {isInternal} from "#lib/profile/frame-kind.js";
import type {FunctionRow} from "#lib/profile/function-rows.js";
import type {Profile} from "#lib/profile/profile.js";
import {ProfileBuilder} from "#lib/profile/profile-builder.js";
import {type Counted, countedScripts} from "../lines/counting.js";
import {spanFrame} from "../lines/span-frame.js";
import {statsOf} from "../report/stats.js";
import {inHeldSources} from "../target-sources.js";
import {withSources} from "../with-sources.js";

/** Which functions, in which order. */
export interface CallOptions {
  readonly sort: "calls" | "name";
  /** Only functions whose name or place contains this, in any case. */
  readonly filter: string | undefined;
  /** Functions of Node itself too. */
  readonly internals: boolean;
  /** The folder that places are told from, with a slash at its end. */
  readonly base: string;
}

/** How often functions were called. */
export interface CallTable {
  /** `self` is the number of calls. */
  readonly rows: readonly FunctionRow[];
  /** Calls and functions of the whole, before they were filtered. */
  readonly calls: number;
  readonly functions: number;
  readonly notes: readonly string[];
}

/** Sums what threads counted, by function of the source. */
export async function callTable(threads: readonly Counted[], options: CallOptions): Promise<CallTable> {
  const builder = new ProfileBuilder();
  for (const thread of threads) {
    for (const script of countedScripts([thread]).scripts.values()) {
      if (!options.internals && isInternal(script.url)) continue;
      for (const span of script.functions) {
        const node = span.calls === 0 ? undefined : builder.node(0, builder.frame(spanFrame(span, script)));
        if (node !== undefined) builder.add(node, span.calls, span.calls);
      }
    }
  }
  const profile = await inSources(builder.build({title: "calls", unit: "samples"}), threads);
  const {sort, filter, base} = options;
  const {rows, whole, functions, notes} = statsOf(profile, {
    sort: sort === "calls" ? "self" : sort,
    base,
    ...(filter !== undefined && {filter})
  });
  return {rows, calls: whole, functions, notes};
}

function inSources(profile: Profile, threads: readonly Counted[]): Promise<Profile> {
  return withSources(inHeldSources(profile, new Map(threads.flatMap(({maps}) => [...maps]))));
}
