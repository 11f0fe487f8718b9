import {readdir} from "node:fs/promises";
import {join} from "node:path";
import * as v from "valibot";
import type {CpuProfile} from "#lib/profile/cpu-profile.js";
import {jsonAt} from "./json-at.js";
import type {Recorder} from "./recorder.js";
import {readMaps} from "./target-sources.js";

const Begun = v.object({
  pid: v.number(),
  parent: v.number(),
  /** 0 is the main thread. */
  thread: v.number(),
  command: v.array(v.string()),
  node: v.string(),
  /** Milliseconds since 1970. */
  at: v.number()
});
/** A thread that began to be sampled. */
export type Begun = v.InferOutput<typeof Begun>;

/** A thread with its profile, in places of the sources. */
export interface Recorded<Kept = CpuProfile> extends Begun {
  readonly profile: Kept;
}

/** What the threads of a program left. */
export interface Recording<Kept = CpuProfile> {
  /** In the order in which they began. */
  readonly threads: readonly Recorded<Kept>[];
  /** Threads that began and left no profile, each with the reason if it is known. */
  readonly missing: readonly (Begun & {readonly why: string})[];
}

const Left = v.looseObject({
  profile: v.unknown(),
  maps: v.optional(v.unknown()),
  texts: v.optional(v.record(v.string(), v.nullable(v.string())), {})
});
const Failure = v.looseObject({error: v.string()});

/**
 * Reads a folder that `preload/` has filled. What is malformed counts as missing.
 *
 * @param read as that of the recorder
 */
export async function readRecording<Kept>(folder: string, read: Recorder<Kept>["read"]): Promise<Recording<Kept>> {
  const threads: Recorded<Kept>[] = [];
  const missing: (Begun & {why: string})[] = [];
  for (const begun of await begunThreads(folder)) {
    const at = join(folder, `${begun.pid}-${begun.thread}`);
    const left = v.safeParse(Left, await jsonAt(`${at}.profile.json`));
    const failure = v.safeParse(Failure, await jsonAt(`${at}.failure.json`));
    const found = left.success
      ? checked(left.output, read)
      : {why: "it ended too suddenly: by SIGKILL, or out of memory"};
    if ("profile" in found) threads.push({...begun, profile: found.profile});
    else missing.push({...begun, why: failure.success ? failure.output.error.split("\n")[0]! : found.why});
  }
  return {threads, missing};
}

/** The threads that have begun, in order of time. */
export async function begunThreads(folder: string): Promise<Begun[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".begin.json"));
  const read = await Promise.all(names.map(async (name) => v.safeParse(Begun, await jsonAt(join(folder, name)))));
  return read
    .flatMap(({success, output}) => (success ? [output] : []))
    .sort((a, b) => a.at - b.at || a.thread - b.thread);
}

function checked<Kept>(
  {profile, maps, texts}: v.InferOutput<typeof Left>,
  read: Recorder<Kept>["read"]
): {readonly profile: Kept} | {readonly why: string} {
  try {
    return {profile: read(profile, readMaps(maps), new Map(Object.entries(texts)))};
  } catch (error) {
    return {why: (error as Error).message};
  }
}
