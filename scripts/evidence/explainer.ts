import type {CellEvidence, EvidenceRun} from "#lib/evidence/evidence.js";
import type {LabDescription} from "#lib/result.js";
import type {ChildOptions} from "../measure/ask.js";
import type {Cell} from "../measure/plan.js";
import type {RuntimeHandle} from "../measure/runtimes/runtime.js";

/** A lab as one runtime runs it, ready to be asked about. */
export interface Explained {
  /** What the evidence is about: the lab's own files, as paths from the project's folder. */
  readonly files: readonly string[];
  readonly lab: LabDescription;
  readonly unavailable: EvidenceRun["unavailable"];
  /** @throws ForkError if the process that was asked gave no answer */
  explain(cell: Cell, seed: number): Promise<CellEvidence>;
}

/**
 * How one kind of runtime is asked for evidence.
 *
 * @returns null where the lab has no twin for it
 */
export type Explainer = (
  source: string,
  handle: RuntimeHandle,
  options: Pick<ChildOptions, "timeoutMs" | "signal">
) => Promise<Explained | null>;
