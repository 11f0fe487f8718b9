import {execFile} from "node:child_process";
import {join} from "node:path";
import {promisify} from "node:util";
import * as v from "valibot";
import {cleanEnvironment} from "../environment.js";
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
  configured: v.nullable(v.string()),
  numpy: v.nullable(v.string()),
  orjson: v.nullable(v.string())
});
type Identity = v.InferOutput<typeof Identity>;

/**
 * Asks a program what it is. A shim answers with the interpreter that it starts: forks start that one.
 *
 * @param program path, or a name on PATH
 * @returns null if it is no Python 3.9 or newer, does not start, or does not answer in time
 */
export async function identifyPython(program: string, timeoutMs: number): Promise<RuntimeHandle | null> {
  try {
    const {stdout} = await promisify(execFile)(program, [...FLAGS, join(HARNESS, "identify.py")], {
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      maxBuffer: 2 ** 16,
      env: cleanEnvironment(),
      windowsHide: true
    });
    const identity = v.parse(Identity, JSON.parse(stdout));
    return {
      name: "python",
      version: versionOf(identity),
      engine: engineOf(identity),
      flags: FLAGS,
      executable: identity.executable,
      args: FLAGS
    };
  } catch {
    return null;
  }
}

/** "3.13.0", "3.13.0t" for a free-threaded build, "pypy3.10-7.3.17". */
function versionOf({version, pypy, freeThreaded}: Identity): string {
  if (pypy === null) return freeThreaded ? `${version}t` : version;
  return `pypy${version.split(".").slice(0, 2).join(".")}-${pypy}`;
}

/** "CPython 3.13.0 free-threaded, NumPy 2.4.6": what decides how fast a lab runs, and which variants it has. */
function engineOf({version, pypy, freeThreaded, debug, configured, numpy, orjson}: Identity): string {
  const engine = pypy === null ? `CPython ${version}` : `PyPy ${pypy} (${version})`;
  const plain = pypy === null && configured !== null && !configured.includes("--enable-optimizations");
  return [
    `${engine}${freeThreaded ? " free-threaded" : ""}${debug ? " debug" : ""}`,
    ...(plain ? ["built without profile-guided optimisation"] : []),
    numpy === null ? "no NumPy" : `NumPy ${numpy}`,
    ...(orjson === null ? [] : [`orjson ${orjson}`])
  ].join(", ");
}
