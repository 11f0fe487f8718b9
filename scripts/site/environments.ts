import type {Look} from "#lib/chart/model.js";
import {comparedWith} from "#lib/compared-with.js";
import {type Comparison, compareRun} from "#lib/estimate.js";
import type {Run} from "#lib/result.js";
import {type ClaimVerdict, judgeClaim, type RunClaim} from "#lib/verdict.js";
import {byMachineAndRuntime, looksIn, type MadeRun, runKey, runtimeLabels} from "./environment-names.js";
import {hashesOfLab, labNamed, labNames} from "./known-labs.js";
import {isTwin} from "./languages.js";
import {localResults, referenceResults} from "./results.js";

/** One run of a lab, and where it was made. */
export interface Environment extends MadeRun {
  readonly lab: string;
  readonly place: "local" | "reference";
  /** "Node 24": of this run alone on its machine. */
  readonly runtime: string;
  /** "Node 24 on epyc-2", "Node 20 on your machine": short enough for a legend, and of this run alone. */
  readonly name: string;
  readonly look: Look;
  /** Whether it ran the lab as it is written in another language. */
  readonly twin: boolean;
  /** Whether the lab has changed since. */
  readonly stale: boolean;
}

/** The current LTS. */
const LEADING_MAJOR = 24;

const compared = new WeakMap<Run, Comparison[]>();

/** All runs of a lab: the committed ones in the order of machines and runtimes, then the reader's own. */
export function environmentsOf(lab: string): Environment[] {
  return [...inPlace(lab, "reference"), ...inPlace(lab, "local")];
}

/**
 * In the order in which the book quotes them: Node before other runtimes, other languages last; of each the reader's
 * own first, then the current LTS, then the newest. Stale ones come after all.
 */
export function environmentsByRank(lab: string): Environment[] {
  return environmentsOf(lab).sort((a, b) => {
    const [ours, theirs] = [rankOf(a), rankOf(b)];
    const index = ours.findIndex((value, index) => value !== theirs[index]);
    return index < 0 ? 0 : ours[index]! - theirs[index]!;
  });
}

/** Those that a sentence about the lab may quote: they ran its own code. By rank. */
export function quotableEnvironments(lab: string): Environment[] {
  return environmentsByRank(lab).filter(({twin}) => !twin);
}

/** As `compareRun`, once a run. */
export function comparisonsOf({run}: Environment): Comparison[] {
  const comparisons = compared.get(run) ?? compareRun(run);
  compared.set(run, comparisons);
  return comparisons;
}

/** What an environment says of a claim of the lab as it is now. */
export function judgedIn(environment: Environment, claim: RunClaim): ClaimVerdict {
  const whole = comparedWith(claim, labNamed(environment.lab).variants);
  return {...judgeClaim(whole, environment.run, comparisonsOf(environment)), claim};
}

function rankOf({place, run, stale, twin}: Environment): number[] {
  const major = Number.parseInt(run.runtime.version.replace(/^v/, ""), 10) || 0;
  const notNode = run.runtime.name !== "node";
  const notLeading = notNode || major !== LEADING_MAJOR;
  return [...[stale, twin, notNode, place !== "local", notLeading].map(Number), -major];
}

function inPlace(lab: string, place: Environment["place"]): Environment[] {
  const hashOf = hashesOfLab(lab);
  const made = runsIn(lab, place);
  const labels = runtimeLabels(made);
  const looks = looksIn(labNames().flatMap((name) => runsIn(name, place)));
  return made.map(({machine, run}, index) => {
    const runtime = labels[index]!;
    const name = `${runtime} on ${place === "local" ? "your machine" : machine.id}`;
    const look: Look = `${place}-${looks.get(runKey({machine, run}))!}`;
    const stale = run.hash !== hashOf(run.runtime);
    return {lab, place, machine, run, runtime, name, look, twin: isTwin(run.runtime), stale};
  });
}

function runsIn(lab: string, place: Environment["place"]): MadeRun[] {
  const results = place === "local" ? localResults(lab) : referenceResults(lab);
  return results.flatMap(({machine, runs}) => runs.map((run) => ({machine, run}))).sort(byMachineAndRuntime);
}
