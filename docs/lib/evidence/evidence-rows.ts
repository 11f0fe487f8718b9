import type {Runtime} from "../result.js";
import {aspectText} from "./aspect-text.js";
import {ASPECTS, type Aspect, type CellEvidence, type Evidence, type EvidenceRun} from "./evidence.js";

/** One part of the evidence about one variant at one size, with what each runtime says of it. */
export interface EvidenceRow {
  readonly variant: string;
  readonly size: number;
  readonly aspect: Aspect;
  /** Runtimes that say the same are together, in the order of the runs. */
  readonly said: readonly {readonly text: string; readonly by: readonly Runtime[]}[];
}

/** What of the evidence is wanted. Nothing given: all of it. */
export interface EvidenceChoice {
  readonly variants?: readonly string[] | undefined;
  readonly size?: number | undefined;
  readonly aspects?: readonly Aspect[] | undefined;
}

/**
 * Evidence in words: a row for each variant, size and part, in the order of the lab, sizes ascending. What a runtime
 * cannot tell is said as such; a part of which none says anything has no row.
 */
export function evidenceRows({runs}: Evidence, choice: EvidenceChoice = {}): EvidenceRow[] {
  const wanted = (cell: CellEvidence) =>
    (choice.variants?.includes(cell.variant) ?? true) && (choice.size === undefined || choice.size === cell.size);
  const keys = new Map(runs.flatMap(({cells}) => cells.filter(wanted)).map((cell) => [keyOf(cell), cell]));
  return [...keys.values()].flatMap(({variant, size}) =>
    ASPECTS.filter((aspect) => choice.aspects?.includes(aspect) ?? true).flatMap((aspect) => {
      const said = grouped(runs, {variant, size}, aspect);
      return said.length === 0 ? [] : [{variant, size, aspect, said}];
    })
  );
}

function keyOf({variant, size}: Pick<CellEvidence, "variant" | "size">): string {
  return `${variant} at ${size}`;
}

function grouped(runs: readonly EvidenceRun[], of: Pick<CellEvidence, "variant" | "size">, aspect: Aspect) {
  const said = new Map<string, Runtime[]>();
  for (const {cells, runtime, unavailable} of runs) {
    const cell = cells.find((one) => keyOf(one) === keyOf(of));
    if (cell === undefined) continue;
    const cannot = unavailable.find((one) => one.aspect === aspect)?.why;
    const failed = aspect === "tiers" && cell.failure !== undefined ? `failed: ${cell.failure}` : null;
    const text = aspectText(cell, aspect) ?? failed ?? (cannot && `not available: ${cannot}`);
    if (text === undefined) continue;
    said.set(text, [...(said.get(text) ?? []), runtime]);
  }
  return [...said].map(([text, by]) => ({text, by}));
}
