import {javascriptKind, versionOf} from "./javascript.js";
import {added, managed, placed} from "./places.js";
import type {RuntimeKind} from "./runtime.js";

const FLAGS = ["--expose-gc"];

/** Bun, on the engine JavaScriptCore. */
export const bun: RuntimeKind = javascriptKind({
  name: "bun",
  install: "lab runtimes add bun",
  evaluate: ["-e"],
  places: [added("bun", "@oven/*/bin"), placed("BUN_INSTALL", "~/.bun", "bin"), ...managed("bun")],
  recognise({bun, webkit}) {
    const version = versionOf(bun, 1);
    if (version === null) return null;
    return {version, engine: `JavaScriptCore ${String(webkit).slice(0, 12)}`, flags: FLAGS, args: FLAGS};
  }
});
