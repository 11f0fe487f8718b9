import {existsSync} from "node:fs";
import {join} from "node:path";
import {claimAnchor} from "#lib/claim-anchor.js";
import type {ClaimVerdict} from "#lib/verdict.js";
import {type Environment, environmentsOf, judgedIn} from "./environments.js";
import {labNamed, labNames} from "./known-labs.js";

/**
 * What all environments together say of a claim: it `turns` if it holds in one and fails in another, `holds` if it
 * does wherever there is a figure, `fails` if it does somewhere and holds nowhere; anything else is `open`.
 */
export type Standing = "turns" | "fails" | "holds" | "open";

/** A claim, and what every environment of its lab says of it, in their order. */
export interface LedgerRow {
  readonly anchor: string;
  readonly claim: ClaimVerdict["claim"];
  readonly judged: readonly ClaimVerdict[];
  readonly standing: Standing;
}

/** An environment as a column: its name, and a word that an address can hold. */
export interface LedgerColumn {
  readonly key: string;
  readonly name: string;
  readonly environment: Environment;
}

/** A lab with its claims; those that turn come first, then those that fail. */
export interface LedgerLab {
  readonly name: string;
  readonly question: string;
  /** The address of its lesson, if it has one. */
  readonly lesson: string | null;
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly LedgerRow[];
}

const ORDER: readonly Standing[] = ["turns", "fails", "open", "holds"];

/** Every claim of every lab, held against every result that is there. */
export function readLedger(): LedgerLab[] {
  return labNames().map((name) => {
    const {question, claims} = labNamed(name);
    const environments = environmentsOf(name);
    const rows = claims.map((claim): LedgerRow => {
      const judged = environments.map((environment) => judgedIn(environment, claim));
      return {anchor: claimAnchor(name, claim), claim, judged, standing: standingOf(judged)};
    });
    rows.sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
    return {name, question, lesson: lessonOf(name), columns: columnsOf(environments), rows};
  });
}

/** See `Standing`. A verdict without a figure says nothing: the claim is about another runtime, or not measured. */
export function standingOf(judged: readonly Pick<ClaimVerdict, "verdict" | "interval">[]): Standing {
  const said = judged.filter(({interval}) => interval !== null).map(({verdict}) => verdict);
  if (said.includes("fails")) return said.includes("holds") ? "turns" : "fails";
  return said.length > 0 && said.every((verdict) => verdict === "holds") ? "holds" : "open";
}

/** How many claims stand how: of all, or of those that come from one source. */
export function countStandings(labs: readonly LedgerLab[], source?: string): Record<Standing | "all", number> {
  const rows = labs.flatMap(({rows}) => rows).filter(({claim}) => source === undefined || claim.source === source);
  const count = (standing: Standing) => rows.filter((row) => row.standing === standing).length;
  return {all: rows.length, turns: count("turns"), fails: count("fails"), holds: count("holds"), open: count("open")};
}

function columnsOf(environments: readonly Environment[]): LedgerColumn[] {
  return environments.map((environment) => {
    const {name} = environment;
    return {key: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"), name, environment};
  });
}

function lessonOf(lab: string): string | null {
  return existsSync(join("docs", "lessons", `${lab}.md`)) ? `/lessons/${lab}` : null;
}
