import {join} from "node:path";
import process from "node:process";
import {identifyPython} from "./python/identify.js";
import {pythonPrograms} from "./python/programs.js";
import {compileTwin, HARNESS, hashOfTwin} from "./python/twin.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install python numpy",
  win32: "winget install Python.Python.3.13"
};

/** On a busy machine a good program takes its time. */
const PATIENCE_MS = 5000;

/**
 * CPython 3.9 or newer, free-threaded builds and PyPy: those on PATH, of the active virtual environment, of pyenv and
 * of uv. The harness in `python/` measures by the protocol of `docs/lib/measure.ts`; labs are the `lab.py` beside
 * `lab.ts`. Variants that need NumPy are left out where it is missing, which the engine's text says.
 */
export const python: RuntimeKind = {
  name: "python",
  install: INSTALL[process.platform] ?? "sudo apt install python3 python3-numpy",
  find,
  identify: (executable) => identifyPython(executable, PATIENCE_MS),
  hash: hashOfTwin,
  compile: compileTwin,
  child: async () => join(HARNESS, "harness.py")
};

async function find(): Promise<RuntimeHandle[]> {
  const programs = await pythonPrograms(process.env, process.platform);
  const identified = await Promise.all(programs.map((program) => identifyPython(program, PATIENCE_MS)));
  const versions = new Map<string, RuntimeHandle>();
  for (const handle of identified) {
    if (handle !== null && !versions.has(handle.version)) versions.set(handle.version, handle);
  }
  return [...versions.values()].sort(standardLast);
}

/** By version, but PyPy first and free-threaded builds before standard ones: who asks for Python means the last. */
function standardLast(a: RuntimeHandle, b: RuntimeHandle): number {
  const rank = ({version}: RuntimeHandle) => (version.startsWith("pypy") ? 0 : version.endsWith("t") ? 1 : 2);
  return rank(a) - rank(b) || a.version.localeCompare(b.version, "en", {numeric: true});
}
