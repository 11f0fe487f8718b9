import {dirname, join, relative} from "node:path";
import {checkCell} from "#lib/evidence/evidence.js";
import {kindOf} from "#lib/kind-of.js";
import {settingsFor} from "#lib/settings.js";
import {ask} from "../../measure/ask.js";
import {describe} from "../../measure/describe.js";
import {python} from "../../measure/runtimes/python.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import {ROOT} from "../../store.js";
import type {Explained, Explainer} from "../explainer.js";
import {filesBeside} from "../files-beside.js";

const CHILD = join(ROOT, "scripts/evidence/python/explain.py");

/** CPython: the bytecode as it has become, and the memory that a call takes at most. */
export const explainOnPython: Explainer = async (source, handle, options) => {
  const compiled = await python.compile(source, handle);
  if (compiled === null) return null;
  const harness = await python.child(handle);
  const lab = await describe(compiled, {...options, runtime: handle, child: harness});
  return {
    files: await filesBeside(compiled.source, ".py"),
    lab,
    unavailable: unavailableOn(handle),
    async explain(cell, seed) {
      const settings = {...settingsFor(kindOf(lab, cell.variant), "standard"), samples: 7, patience: 1};
      const request = {...cell, block: 0, order: 0, seed, settings};
      const question = {harness: dirname(harness), lab: compiled.path, request};
      const told = await ask(question, {...options, runtime: handle, child: CHILD});
      return checkCell({...cell, ...(told as object)}, `${relative(ROOT, CHILD)}: ${cell.variant}`);
    }
  };
};

function unavailableOn({version}: RuntimeHandle): Explained["unavailable"] {
  if (version.includes("pypy")) {
    return [
      {aspect: "specialised", why: "PyPy compiles bytecode instead"},
      {aspect: "allocation", why: "PyPy has no tracemalloc"}
    ];
  }
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  if (major > 3 || minor >= 11) return [];
  return [{aspect: "specialised", why: "bytecode is specialised by CPython from 3.11 on"}];
}
