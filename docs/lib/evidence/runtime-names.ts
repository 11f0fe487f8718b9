import type {Runtime} from "../result.js";
import {runtimeName} from "../runtime-name.js";

/** "Node 20, 24 and 26; JVM 17": each runtime once, its versions together. */
export function runtimeNames(runtimes: readonly Pick<Runtime, "name" | "version">[]): string {
  const versions = new Map<string, string[]>();
  for (const runtime of runtimes) {
    const [title = "", version = ""] = runtimeName(runtime).split(" ");
    versions.set(title, [...(versions.get(title) ?? []), version]);
  }
  return [...versions].map(([title, all]) => `${title} ${listed(all)}`).join("; ");
}

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
