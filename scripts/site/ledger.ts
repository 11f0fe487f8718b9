import {existsSync} from "node:fs";
import {join} from "node:path";
import {claimAnchor} from "#lib/claim-anchor.js";
import {type ClaimVerdict, judgeClaim} from "#lib/verdict.js";
import {comparisonsOf, type Environment, environmentsOf, judgedIn} from "./environments.js";
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

/** A lab, or its twin in another language, with its claims; those that turn come first, then those that fail. */
export interface LedgerLab {
  readonly name: string;
  /** The kind of runtime whose twin it is; null for the lab itself. */
  readonly twin: string | null;
  readonly question: string;
  /** The address of its lesson, if it has one. */
  readonly lesson: string | null;
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly LedgerRow[];
}

const ORDER: readonly Standing[] = ["turns", "fails", "open", "holds"];

/** Every claim of every lab and of every twin that was measured, held against every result that is there. */
export function readLedger(): LedgerLab[] {
  return labNames().flatMap((name) => {
    const {question, claims} = labNamed(name);
    const environments = environmentsOf(name);
    const own = {name, twin: null, question, lesson: lessonOf(name)};
    const known = new Set(claims.map((claim) => claimAnchor(name, claim)));
    const kinds = [...new Set(environments.filter(({twin}) => twin).map(({run}) => run.runtime.name))];
    const twins = kinds.map((kind) => {
      const measured = environments.filter(({run, stale}) => run.runtime.name === kind && !stale);
      const newest = measured.at(-1)?.run.lab;
      const staked = newest?.claims.filter((claim) => !known.has(claimAnchor(name, claim))) ?? [];
      const rows = rowsOf(name, staked, measured, judgedByTwin);
      return {...own, twin: kind, question: newest?.question ?? question, columns: columnsOf(measured), rows};
    });
    const rows = rowsOf(name, claims, environments, judgedIn);
    return [{...own, columns: columnsOf(environments), rows}, ...twins.filter((twin) => twin.rows.length > 0)];
  });
}

function rowsOf(
  lab: string,
  claims: readonly LedgerRow["claim"][],
  environments: readonly Environment[],
  judge: (environment: Environment, claim: LedgerRow["claim"]) => ClaimVerdict
): LedgerRow[] {
  const rows = claims.map((claim): LedgerRow => {
    const judged = environments.map((environment) => judge(environment, claim));
    return {anchor: claimAnchor(lab, claim), claim, judged, standing: standingOf(judged)};
  });
  return rows.sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
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

/** What a run says of a claim that its own lab stakes. */
function judgedByTwin(environment: Environment, claim: LedgerRow["claim"]): ClaimVerdict {
  return judgeClaim(claim, environment.run, comparisonsOf(environment));
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
