import type {LabDescription, Result, Run} from "#lib/result.js";
import {judgeClaim} from "#lib/verdict.js";

/** Versions of Node.js that a committed result must have: the oldest that is supported, the current LTS, the newest. */
export const REFERENCE_MAJORS = [20, 24, 26] as const;

/** A lab as it is now. */
export interface LabNow {
  readonly name: string;
  readonly hash: string;
  readonly lab: LabDescription;
}

/** Claims that no fresh run has decided, and those that every run refutes without saying that they are kept for that. */
export function doubtsOfClaims({name, hash, lab}: LabNow, results: readonly Result[]): string[] {
  if (lab.claims.length === 0) return ["no claims: write a sentence that a result can refute"];
  const runs = freshRuns(name, hash, results);
  if (runs.length === 0) return [`nothing has been measured since the lab changed: lab run ${name}`];
  return lab.claims.flatMap((claim) => {
    const verdicts = runs.map((run) => judgeClaim(claim, run).verdict);
    if (verdicts.every((verdict) => verdict === "undecided")) {
      return [`undecided: ${claim.that} (lab run ${name} --precise, or a claim that can be decided)`];
    }
    if (claim.source !== undefined || verdicts.includes("holds") || !verdicts.includes("fails")) return [];
    return [`never held: ${claim.that} (correct it; if it is kept because it is popular, give it source: "folklore")`];
  });
}

/** What the committed results of a lab lack. */
export function lacksOfReference({name, hash}: LabNow, results: readonly Result[]): string[] {
  const refer = `npm run reference -- --runtime PATH ${name}`;
  const own = results.filter(({lab}) => lab === name);
  if (own.length === 0) return [`no committed result: ${refer}`];
  return own.flatMap(({machine, runs}) => {
    const node = runs.filter(({runtime}) => runtime.name === "node");
    const majors = node.map(({runtime}) => Number.parseInt(runtime.version, 10));
    const missing = REFERENCE_MAJORS.filter((major) => !majors.includes(major));
    return [
      ...missing.map((major) => `${machine.id}: no Node ${major}: ${refer}`),
      ...node.flatMap((run) =>
        faultsOf(run, hash).map((fault) => `${machine.id}, Node ${run.runtime.version}: ${fault}: ${refer}`)
      )
    ];
  });
}

function freshRuns(name: string, hash: string, results: readonly Result[]): Run[] {
  return results.filter(({lab}) => lab === name).flatMap(({runs}) => runs.filter((run) => run.hash === hash));
}

function faultsOf({hash, effort, failures, ending}: Run, now: string): string[] {
  return [
    ...(hash === now ? [] : ["the lab has changed since"]),
    ...(effort === "precise" ? [] : [`measured with effort ${effort}`]),
    ...(failures.length === 0 ? [] : ["a variant failed"]),
    ...(ending === "interrupted" || ending === "failed" ? [`the run was ${ending}`] : [])
  ];
}
