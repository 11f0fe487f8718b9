import {javascriptKind, versionOf} from "./javascript.js";
import {added, managed, placed} from "./places.js";
import type {RuntimeKind} from "./runtime.js";

const FLAGS = ["--expose-gc"];

/** What a lab may do, as under the other runtimes, and nothing that is looked for around it or fetched. */
const RUN = ["run", "--allow-all", "--no-config", "--no-lock", "--no-remote", "--no-npm"];

/** Deno. */
export const deno: RuntimeKind = javascriptKind({
  name: "deno",
  install: "lab runtimes add deno",
  evaluate: ["eval", "--no-config"],
  places: [added("deno", "@deno/*"), placed("DENO_INSTALL", "~/.deno", "bin"), ...managed("deno")],
  recognise({deno, v8}) {
    const version = versionOf(deno, 2);
    if (version === null) return null;
    return {version, engine: `V8 ${v8}`, flags: FLAGS, args: [...RUN, `--v8-flags=${FLAGS.join(",")}`]};
  }
});
