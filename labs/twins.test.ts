import "../scripts/temporary-data.js";
import assert from "node:assert/strict";
import {describe, test} from "node:test";
import {pathToFileURL} from "node:url";
import {agree, answerText} from "#lib/answer.js";
import {checkLab} from "#lib/check-lab.js";
import type {ForkReply, ForkRequest, Host} from "#lib/measure.js";
import type {LabDescription} from "#lib/result.js";
import {ask, type ChildOptions} from "../scripts/measure/ask.js";
import {compileLab} from "../scripts/measure/compile.js";
import {fork} from "../scripts/measure/fork.js";
import {python} from "../scripts/measure/runtimes/python.js";
import {SELF_CHECK_LAB} from "../scripts/measure/self-check.js";
import {labFile, labNames} from "../scripts/store.js";

interface CompiledModule {
  describe(): unknown;
  measureFork(request: ForkRequest, host: Host): Promise<ForkReply>;
}

const host: Host = {now: () => performance.now() * 1e6};
const settings = {batchNs: 1, samples: 1, measureCapNs: 0, warmupNs: 0, warmupCapNs: 0, steadyWithin: 1};

/** Kinds whose labs are written again, in another language. */
const KINDS = [python];

const sources = [...(await labNames()).map(labFile), SELF_CHECK_LAB];

for (const kind of KINDS) {
  const handle = (await kind.find()).at(-1);
  describe(`twins in ${kind.name}`, {skip: handle === undefined ? `no ${kind.name} on this machine` : false}, () => {
    for (const source of sources) {
      test(`${source} and its twin give the same answers`, async (context) => {
        const twin = await kind.compile(source, handle!);
        if (twin === null) return context.skip("has no twin");
        const child = await kind.child(handle!);
        const signal = new AbortController().signal;
        const options: ChildOptions = {runtime: handle!, child, timeoutMs: 60_000, signal};
        const theirs = checkLab(await ask({lab: twin.path, task: "describe"}, options), twin.source);
        const module: CompiledModule = await import(pathToFileURL((await compileLab(source)).path).href);
        const ours = checkLab(module.describe(), source);

        const cells = sharedCells(ours, theirs);
        assert.ok(cells.length > 0, "no variant is in both");
        const tolerance = Math.max(ours.tolerance, theirs.tolerance);
        for (const cell of cells) {
          const request = {...cell, block: 0, order: 0, seed: 1, settings};
          const {answer: expected} = await module.measureFork(request, host);
          const {answer} = await fork(twin, request, options);
          const place = `${cell.variant} at ${cell.size}`;
          assert.ok(agree(answer, expected, tolerance), `${place}: ${answerText(answer)}, not ${answerText(expected)}`);
        }
      });
    }
  });
}

/** The variants that both have, at the smallest size that both measure. */
function sharedCells(ours: LabDescription, theirs: LabDescription) {
  return ours.variants.flatMap(({name, sizes}) => {
    const twin = theirs.variants.find((variant) => variant.name === name);
    const size = sizes.find((one) => twin?.sizes.includes(one));
    return size === undefined ? [] : [{variant: name, size}];
  });
}
