import {describe} from "../../measure/describe.js";
import {node} from "../../measure/runtimes/node.js";
import type {Explainer} from "../explainer.js";
import {openLab} from "../opened-lab.js";
import {explainOnV8} from "./explain-v8.js";

/** Node.js and Deno: what V8 says of a variant. */
export const explainOnV8Runtime: Explainer = async (source, handle, options) => {
  const [opened, child] = await Promise.all([openLab(source), node.child(handle)]);
  const lab = await describe(opened.compiled, {...options, runtime: handle, child});
  return {
    files: opened.files,
    lab,
    unavailable: [],
    explain: (cell, seed) => explainOnV8(opened, lab, cell, seed, {...options, runtime: handle})
  };
};
