import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import process from "node:process";
import {parseArgs} from "node:util";
import type {Effort} from "#lib/settings.js";
import {explain, ReaderError} from "./errors.js";
import {describeMachine} from "./machine.js";
import {alone} from "./measure/lock.js";
import {chooseRuntimes, runtimeAt, thisNode} from "./measure/runtimes/choose.js";
import type {Chosen} from "./measure/runtimes/find-runtimes.js";
import {runtimeText} from "./measure/runtimes/runtime.js";
import {runSession, type SessionOptions} from "./measure/session.js";
import {labFile, labNames, type RuntimeId, readResult, referenceFile, sameRuntime} from "./store.js";
import {terminal} from "./terminal.js";

const HELP = `Makes the committed reference results of this machine: every core lab, --precise, once for each runtime.
A lab whose result is fresh is left alone.

  npm run reference -- --with node@20,node@24 [lab...]
  npm run reference -- --with bun,python@3.13 --effort quick --claims [lab...]
  npm run reference -- --runtime ~/node-20/bin/node --runtime ~/node-24/bin/node [lab...]

  --effort   quick or standard, for runtimes other than Node.js, which the texts quote; the result says so
  --claims   only what the claims of the lab need`;

/** How a lab is to be measured. */
type Asked = Pick<SessionOptions, "effort" | "wanted">;

async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      with: {type: "string", multiple: true, default: []},
      runtime: {type: "string", multiple: true, default: []},
      effort: {type: "string", default: "precise"},
      claims: {type: "boolean", default: false},
      help: {type: "boolean"}
    }
  });
  if (values.help) return terminal.print(HELP);
  const effort = (["quick", "standard", "precise"] as const).find((name) => name === values.effort);
  if (effort === undefined)
    throw new ReaderError(`--effort: expected quick, standard or precise, got ${values.effort}`);
  const asked: Asked = {effort, wanted: {claimsOnly: values.claims}};
  const core = await labNames();
  const unknown = positionals.find((name) => !core.includes(name));
  if (unknown !== undefined) throw new ReaderError(`no lab ${unknown}`, `there are: ${core.join(", ")}`);
  const names = values.with.flatMap((list) => list.split(","));
  const chosen = [
    ...(await chooseRuntimes(names, (line) => terminal.tell(line))),
    ...(await Promise.all(values.runtime.map(runtimeAt)))
  ];
  await alone(async () => {
    for (const runtime of chosen.length > 0 ? chosen : [thisNode()]) {
      for (const lab of positionals.length > 0 ? positionals : core) await refer(lab, runtime, asked);
    }
  });
}

async function refer(lab: string, runtime: Chosen, {effort, wanted}: Asked): Promise<void> {
  const machine = await describeMachine();
  const out = referenceFile(machine.id, lab);
  const on = `${lab} on ${runtimeText(runtime.handle)}`;
  const hash = await runtime.kind.hash(labFile(lab));
  if (hash === null) return terminal.tell(`${on}: no twin`);
  if (await isFresh(hash, out, runtime.handle, effort)) return terminal.tell(`${on}: fresh`);
  await mkdir(dirname(out), {recursive: true});
  const signal = new AbortController().signal;
  await runSession(
    {labs: [lab], wanted, effort, margin: 0.01, runtimes: [runtime], out, timeoutMs: 120_000, signal},
    {
      progress: (state) => terminal.progress.update(state),
      say: (line) => terminal.tell(line),
      selfChecked: () => {},
      measured: ({runs}) => {
        for (const {run} of runs)
          terminal.tell(`${on}: ${run.forks.length} processes in ${run.seconds} s, ${run.ending}`);
      }
    }
  );
}

/** A precise run is fresh for every effort. */
async function isFresh(hash: string, file: string, runtime: RuntimeId, effort: Effort): Promise<boolean> {
  const result = await readResult(file).catch(() => null);
  return (
    result?.runs.some(
      (run) => sameRuntime(run.runtime, runtime) && run.hash === hash && ["precise", effort].includes(run.effort)
    ) ?? false
  );
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.progress.end();
  terminal.tell(text);
  process.exitCode = exitCode;
});
