import {join} from "node:path";
import * as v from "valibot";
import {askProgram} from "../programs.js";
import type {RuntimeHandle} from "../runtime.js";
import {HARNESS} from "./twin.js";

/**
 * `-E`: no variable of the environment changes what is measured (PYTHONPATH, PYTHONMALLOC, PYTHONDEVMODE, …). Packages
 * of a virtual environment and of the reader's own folder are still found; `-I` would hide the latter.
 *
 * `-B`: no compiled files are left behind.
 *
 * Nothing fixes the seed by which a process hashes texts: each has its own, so that forks show what collisions do to
 * dictionaries. With a fixed seed all of them would have the same accident.
 */
const FLAGS = ["-E", "-B"];

/** What identify.py prints. */
const Identity = v.object({
  executable: v.pipe(v.string(), v.nonEmpty()),
  implementation: v.picklist(["cpython", "pypy"]),
  version: v.pipe(v.string(), v.regex(/^3\.(9|[1-9]\d)\.\w+\+?$/)),
  pypy: v.nullable(v.string()),
  freeThreaded: v.boolean(),
  debug: v.boolean(),
  numpy: v.nullable(v.string()),
  orjson: v.nullable(v.string())
});
type Identity = v.InferOutput<typeof Identity>;

/**
 * Asks a program what it is. A shim answers with the interpreter that it starts: forks start that one.
 *
 * @returns null if it is no Python 3.9 or newer, does not start, or does not answer in time
 */
export async function identifyPython(program: string, patienceMs?: number): Promise<RuntimeHandle | null> {
  const said = await askProgram(program, [...FLAGS, join(HARNESS, "identify.py")], patienceMs);
  const identity = said === null ? null : identityIn(said.stdout);
  if (identity === null) return null;
  const [version, engine] = [versionOf(identity), engineOf(identity)];
  return {name: "python", version, engine, flags: FLAGS, executable: identity.executable, args: FLAGS};
}

function identityIn(text: string): Identity | null {
  try {
    return v.parse(Identity, JSON.parse(text));
  } catch {
    return null;
  }
}

/** "3.13.0", "3.13.0t" for a free-threaded build, "3.10.14-pypy7.3.17": none is taken for another. */
function versionOf({version, pypy, freeThreaded}: Identity): string {
  return pypy === null ? `${version}${freeThreaded ? "t" : ""}` : `${version}-pypy${pypy}`;
}

/** "CPython 3.13.0 free-threaded, NumPy 2.4.6": what decides how fast a lab runs, and which variants it has. */
function engineOf({version, pypy, freeThreaded, debug, numpy, orjson}: Identity): string {
  const engine = pypy === null ? `CPython ${version}` : `PyPy ${pypy} (${version})`;
  return [
    `${engine}${freeThreaded ? " free-threaded" : ""}${debug ? " debug" : ""}`,
    numpy === null ? "no NumPy" : `NumPy ${numpy}`,
    ...(orjson === null ? [] : [`orjson ${orjson}`])
  ].join(", ");
}
