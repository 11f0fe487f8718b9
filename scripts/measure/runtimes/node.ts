import process from "node:process";
import {javascriptKind, versionOf} from "./javascript.js";
import {added, managed, placed} from "./places.js";
import {newestLast} from "./programs.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

/** Older ones lack what the compiled modules need. */
const LEAST = 18;

const FLAGS = ["--expose-gc"];

/**
 * V8 11.3 (Node 20) compiles a function whose first call is long before it has seen its parameters, throws the code
 * away at the next call, and enters the loop from unoptimised code ever after: in some processes, not in others.
 * With feedback from the first call on, all processes agree.
 */
const FLAGS_OF_NODE_20 = [...FLAGS, "--no-lazy-feedback-allocation"];

const other = javascriptKind({
  name: "node",
  install: "lab runtimes add node",
  evaluate: ["-e"],
  recognise,
  known: process.execPath,
  places: [
    added("node", "node-*/bin"),
    placed("NVM_DIR", "~/.nvm", "versions/node/*/bin"),
    placed("FNM_DIR", "~/.local/share/fnm", "node-versions/*/installation/bin"),
    placed("VOLTA_HOME", "~/.volta", "tools/image/node/*/bin"),
    placed("N_PREFIX", "/usr/local", "n/versions/node/*/bin"),
    ...managed("nodejs"),
    ...managed("node"),
    "/opt/homebrew/opt/node@*/bin",
    "/usr/local/opt/node@*/bin"
  ]
});

/** Node.js; the one that runs this is always found. */
export const node: RuntimeKind = {
  ...other,
  find: async () => newestLast([nodeRuntime(), ...(await other.find())])
};

/** The Node.js that runs this. */
export function nodeRuntime(): RuntimeHandle {
  return {name: "node", ...recognise(process.versions)!, executable: process.execPath};
}

function recognise({node, v8, bun, deno}: Partial<Record<string, unknown>>) {
  const version = versionOf(node, LEAST);
  if (version === null || bun !== undefined || deno !== undefined) return null;
  const flags = version.startsWith("20.") ? FLAGS_OF_NODE_20 : FLAGS;
  return {version, engine: `V8 ${v8}`, flags, args: flags};
}
