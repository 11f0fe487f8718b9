import type {Look} from "#lib/chart/model.js";
import {type Comparison, compareRun} from "#lib/estimate.js";
import type {Machine, Run} from "#lib/result.js";
import {type ClaimVerdict, judgeClaim, type RunClaim} from "#lib/verdict.js";
import {hashOfLab} from "./known-labs.js";
import {localResults, referenceResults} from "./results.js";

/** One run of a lab, and where it was made. */
export interface Environment {
  readonly place: "local" | "reference";
  readonly machine: Machine;
  readonly run: Run;
  readonly look: Look;
  /** Whether the lab has changed since. */
  readonly stale: boolean;
}

/** The current LTS. */
const LEADING_MAJOR = 24;

const compared = new WeakMap<Run, Comparison[]>();

/** All runs of a lab: the committed ones in the order of their runtimes' versions, then the reader's own. */
export function environmentsOf(lab: string): Environment[] {
  return [...inPlace(lab, "reference"), ...inPlace(lab, "local")];
}

/** In the order in which prose quotes them: the reader's own, then the current LTS, then the newest; stale ones last. */
export function environmentsByRank(lab: string): Environment[] {
  const rank = ({place, run, stale}: Environment) =>
    (stale ? -5000 : 0) + (place === "local" ? 2000 : 0) + (majorOf(run) === LEADING_MAJOR ? 1000 : majorOf(run));
  return environmentsOf(lab).sort((a, b) => rank(b) - rank(a));
}

/** "Node 24", "Chromium 131". */
export function runtimeName({runtime}: Run): string {
  return `${runtime.name.charAt(0).toUpperCase()}${runtime.name.slice(1)} ${majorOf({runtime})}`;
}

/** "Node 24 on epyc-2", "Node 20 on your machine": short enough for a legend. */
export function environmentName({place, machine, run}: Environment): string {
  return `${runtimeName(run)} on ${place === "local" ? "your machine" : machine.id}`;
}

/** As `compareRun`, once a run. */
export function comparisonsOf({run}: Environment): Comparison[] {
  const comparisons = compared.get(run) ?? compareRun(run);
  compared.set(run, comparisons);
  return comparisons;
}

/** What an environment says of a claim of the lab as it is now. */
export function judgedIn(environment: Environment, claim: RunClaim): ClaimVerdict {
  return judgeClaim(claim, environment.run, comparisonsOf(environment));
}

function inPlace(lab: string, place: Environment["place"]): Environment[] {
  const results = place === "local" ? localResults(lab) : referenceResults(lab);
  const hash = hashOfLab(lab);
  const runs = results.flatMap(({machine, runs}) =>
    runs.map((run) => ({place, machine, run, stale: run.hash !== hash}))
  );
  runs.sort((a, b) => majorOf(a.run) - majorOf(b.run));
  const most = place === "local" ? 2 : 4;
  return runs.map((one, index) => ({...one, look: `${place}-${Math.min(index + 1, most)}` as Look}));
}

function majorOf({runtime}: Pick<Run, "runtime">): number {
  return Number.parseInt(runtime.version.replace(/^v/, ""), 10);
}
