import {KINDS} from "./kinds.js";
import type {RuntimeKind} from "./runtime.js";

/**
 * The hashes of a lab as it is now: a run of another hash is stale.
 *
 * @param source path of the lab.ts
 * @returns the hash for the name of a runtime; one that is not among our kinds, such as a browser, runs what Node.js
 *   runs; null where there is no twin
 */
export async function currentHashes(source: string): Promise<(runtime: string) => string | null> {
  const asked = new Map<RuntimeKind["hash"], Promise<string | null>>();
  const hashes = new Map<string, string | null>();
  for (const {name, hash} of KINDS) {
    asked.set(hash, asked.get(hash) ?? hash(source));
    hashes.set(name, await asked.get(hash)!);
  }
  return (runtime) => hashes.get(hashes.has(runtime) ? runtime : "node") ?? null;
}
