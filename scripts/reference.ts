import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import process from "node:process";
import {parseArgs} from "node:util";
import {explain, ReaderError} from "./errors.js";
import {describeMachine} from "./machine.js";
import {compileLab} from "./measure/compile.js";
import {alone} from "./measure/lock.js";
import {nodeRuntime} from "./measure/runtimes/node.js";
import {runSession} from "./measure/session.js";
import {labFile, labNames, readResult, referenceFile, sameRuntime} from "./store.js";
import {terminal} from "./terminal.js";

const HELP = `Makes the committed reference results of this machine: every core lab, --precise, once for each runtime.
A lab whose result is fresh is left alone.

  npm run reference -- --runtime ~/node-20/bin/node --runtime ~/node-24/bin/node [lab...]`;

async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {runtime: {type: "string", multiple: true, default: [process.execPath]}, help: {type: "boolean"}}
  });
  if (values.help) return terminal.print(HELP);
  const core = await labNames();
  const unknown = positionals.find((name) => !core.includes(name));
  if (unknown !== undefined) throw new ReaderError(`no lab ${unknown}`, `there are: ${core.join(", ")}`);
  await alone(async () => {
    for (const runtime of values.runtime) {
      for (const lab of positionals.length > 0 ? positionals : core) await refer(lab, runtime);
    }
  });
}

async function refer(lab: string, executable: string): Promise<void> {
  const machine = await describeMachine();
  const out = referenceFile(machine.id, lab);
  const runtime = await nodeRuntime(executable);
  if (await isFresh(lab, out, runtime)) return terminal.tell(`${lab} on ${runtime.name} ${runtime.version}: fresh`);
  await mkdir(dirname(out), {recursive: true});
  const signal = new AbortController().signal;
  await runSession(
    {labs: [lab], wanted: {}, effort: "precise", margin: 0.01, runtime: executable, out, timeoutMs: 120_000, signal},
    {
      progress: (state) => terminal.progress.update(state),
      say: (line) => terminal.tell(line),
      selfChecked: () => {},
      measured: ({run}) =>
        terminal.tell(
          `${lab} on ${runtime.name} ${runtime.version}: ${run.forks.length} processes in ${run.seconds} s, ${run.ending}`
        )
    }
  );
}

async function isFresh(lab: string, file: string, runtime: {name: string; version: string}): Promise<boolean> {
  const [{hash}, result] = await Promise.all([compileLab(labFile(lab)), readResult(file).catch(() => null)]);
  return (
    result?.runs.some((run) => sameRuntime(run.runtime, runtime) && run.hash === hash && run.effort === "precise") ??
    false
  );
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.progress.end();
  terminal.tell(text);
  process.exitCode = exitCode;
});
