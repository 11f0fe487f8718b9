import {join} from "node:path";
import process from "node:process";
import {newestLast} from "./programs.js";
import {identifyPython} from "./python/identify.js";
import {ownPrograms, pythonPrograms} from "./python/programs.js";
import {compileTwin, HARNESS, hashOfTwin} from "./python/twin.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install python numpy",
  win32: "winget install Python.Python.3.13"
};

/**
 * CPython 3.9 or newer, free-threaded builds and PyPy: those on PATH, of the active virtual environment, of pyenv and
 * of uv. The reader's own is the last, whatever its version: who asks for Python means it, and the packages that it
 * has. The harness in `python/` measures by the protocol of `docs/lib/measure.ts`; labs are the `lab.py` beside
 * `lab.ts`. Variants that need NumPy are left out where it is missing, which the engine's text says.
 */
export const python: RuntimeKind = {
  name: "python",
  install: INSTALL[process.platform] ?? "sudo apt install python3 python3-numpy",
  find,
  identify: (executable) => identifyPython(executable),
  hash: hashOfTwin,
  compile: compileTwin,
  child: async () => join(HARNESS, "harness.py")
};

async function find(): Promise<RuntimeHandle[]> {
  const asked = new Map<string, Promise<RuntimeHandle | null>>();
  const identify = (program: string) => {
    const answer = asked.get(program) ?? identifyPython(program);
    asked.set(program, answer);
    return answer;
  };
  const programs = (await pythonPrograms()).map(identify);
  const [own, ...others] = await Promise.all([ownPython(identify), ...programs]);
  const rank = (handle: RuntimeHandle) => (handle === own ? 3 : rankOf(handle));
  return newestLast([own, ...others]).sort((a, b) => rank(a) - rank(b));
}

/** What starts where the reader types `python3`; null if nothing that can measure does. */
async function ownPython(identify: (program: string) => Promise<RuntimeHandle | null>): Promise<RuntimeHandle | null> {
  for (const program of await ownPrograms()) {
    const handle = await identify(program);
    if (handle !== null) return handle;
  }
  return null;
}

/** PyPy first, and free-threaded builds before standard ones: who asks for a version means the last of it. */
function rankOf({version}: RuntimeHandle): number {
  return version.includes("pypy") ? 0 : version.endsWith("t") ? 1 : 2;
}
