import {join, resolve} from "node:path";
import type {Evidence} from "#lib/evidence/evidence.js";
import {ReaderError} from "../errors.js";
import {keepEvidence} from "../evidence/evidence-store.js";
import {evidenceText} from "../evidence/evidence-text.js";
import {explainLab} from "../evidence/explain-lab.js";
import {Interrupted} from "../measure/ask.js";
import {chooseRuntimes, thisNode} from "../measure/runtimes/choose.js";
import {shownPath} from "../shown-path.js";
import {labNames, localEvidenceFile} from "../store.js";
import {terminal} from "../terminal.js";
import type {ExplainFlags} from "./explain.js";
import {abortOnInterrupt} from "./interrupt.js";

/** `lab explain`. @returns the exit code */
export async function explainCommand(names: readonly string[], flags: ExplainFlags): Promise<number> {
  const core = await labNames();
  const labs = [...new Set(names.flatMap((name) => (name === "all" ? core : [name])))];
  if (flags.out?.endsWith(".json") === true && labs.length > 1) {
    throw new ReaderError(`--out takes one lab, got ${labs.length}`, "give a folder: it gets a file for each lab");
  }
  const runtimes = flags.with ? await chooseRuntimes(flags.with, (line) => terminal.tell(line)) : [thisNode()];
  const interrupt = abortOnInterrupt();
  try {
    const all: Evidence[] = [];
    for (const lab of labs) {
      const evidence = await explainLab(lab, {
        runtimes,
        wanted: {...(flags.variant && {variants: flags.variant}), ...(flags.size && {sizes: flags.size})},
        timeoutMs: flags.timeout * 1000,
        signal: interrupt.signal,
        say: (line) => terminal.tell(line),
        progress: (text) => terminal.progress.show(text)
      });
      terminal.progress.end();
      if (evidence === null) continue;
      all.push(evidence);
      if (flags.json === undefined) for (const line of evidenceText(evidence, terminal)) terminal.print(line);
      await keep(evidence, flags);
    }
    if (flags.json === true) terminal.printJson(all);
    const failed = all.some(({runs}) => runs.some(({cells}) => cells.some(({failure}) => failure !== undefined)));
    return failed || all.length < labs.length ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.tell("interrupted: evidence that was not finished is not kept");
    return 1;
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

/** A part of a lab is kept only where the reader says so: it would stand for the whole. */
async function keep(evidence: Evidence, {out, variant, size}: ExplainFlags): Promise<void> {
  if (out === undefined && (variant ?? size) !== undefined) return;
  const file =
    out === undefined
      ? localEvidenceFile(evidence.lab)
      : out.endsWith(".json")
        ? resolve(out)
        : join(resolve(out), `${evidence.lab}.json`);
  await keepEvidence(file, evidence);
  terminal.tell(`kept in ${shownPath(file)}`);
}
