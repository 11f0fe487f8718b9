import {readFileSync} from "node:fs";
import {checkEvidence, type Evidence, type EvidenceRun, evidenceOf} from "#lib/evidence/evidence.js";
import {writeAtomically} from "../files.js";
import {parsedJson} from "../parsed-json.js";
import {shownPath} from "../shown-path.js";
import {sameRuntime} from "../store.js";
import {hashOfFiles} from "./opened-lab.js";

/**
 * Evidence in a file; null if there is none.
 *
 * @throws ResultError that names file and place, if it is something else
 */
export function readEvidence(file: string): Evidence | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  return checkEvidence(parsedJson(text), shownPath(file));
}

/** Whether a run is about the lab's files as they are now. */
export function isFresh({files, hash}: EvidenceRun): boolean {
  return hashOfFiles(files) === hash;
}

/** Writes evidence, beside what other runtimes have said of the same lab in the same state. */
export async function keepEvidence(file: string, {lab, runs}: Evidence): Promise<void> {
  const others = (readEvidence(file)?.runs ?? []).filter(
    (old) => isFresh(old) && !runs.some((run) => sameRuntime(run.runtime, old.runtime))
  );
  const all = [...others, ...runs].sort((a, b) => orderOf(a).localeCompare(orderOf(b), "en", {numeric: true}));
  await writeAtomically(file, `${compactJson(evidenceOf(lab, all))}\n`);
}

/** Node.js first, then the others by name; versions ascending. */
function orderOf({runtime: {name, version}}: EvidenceRun): string {
  return `${name === "node" ? "" : name} ${version}`;
}

/** A line for each variant of each run, so that a change shows what changed. */
function compactJson({runs, ...rest}: Evidence): string {
  const texts = runs.map(({cells, ...run}) => {
    const lines = cells.map((cell) => JSON.stringify(cell)).join(",\n");
    return `{${JSON.stringify(run).slice(1, -1)},"cells":[\n${lines}\n]}`;
  });
  return `{${JSON.stringify(rest).slice(1, -1)},"runs":[\n${texts.join(",\n")}\n]}`;
}
