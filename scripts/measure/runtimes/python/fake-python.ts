import {fakeProgram} from "../fake-programs.js";

/** Writes a script that says of itself what identify.py says of CPython 3.13.0, but for `change`. @returns its path */
export function fakePython(file: string, change: object): string {
  const version = {implementation: "cpython", version: "3.13.0", pypy: null, freeThreaded: false, debug: false};
  const facts = {executable: "/python3", ...version, numpy: null, orjson: null, ...change};
  return fakeProgram(file, `echo '${JSON.stringify(facts)}'`);
}
