import {ASPECT_TITLES} from "#lib/evidence/aspect-text.js";
import {ASPECTS, type Aspect, type EvidenceRun, evidenceOf} from "#lib/evidence/evidence.js";
import {type EvidenceRow, evidenceRows} from "#lib/evidence/evidence-rows.js";
import {runtimeNames} from "#lib/evidence/runtime-names.js";
import type {LabDescription} from "#lib/result.js";
import {ReaderError} from "../../errors.js";
import {isFresh, readEvidence} from "../../evidence/evidence-store.js";
import {evidenceFile, localEvidenceFile, sameRuntime} from "../../store.js";
import {table} from "../chart/figure.js";
import {command} from "../command.js";
import {type DirectiveArguments, listOf, required} from "../directive.js";
import {escapeHtml} from "../html.js";
import {labNamed, sizeOf, variantNamed} from "../known-labs.js";
import {localResults, referenceResults} from "../results.js";

/** What of a run is asked for. */
interface Asked {
  readonly variants: readonly string[];
  readonly size: number;
  readonly aspects: readonly Aspect[];
}

/**
 * `evidence shapes variants=one-shape,five-shapes at=1000 show=sites,values`: what runtimes themselves report of some
 * variants, a column for each part. `on=jvm` or `on=python` asks others than Node.js.
 */
export function evidence({positional, named}: DirectiveArguments): string {
  const name = required(positional[0], "the lab");
  const lab = labNamed(name);
  const asked = askedFor(lab, named);
  const kind = named.get("on") ?? "node";
  const runs = runsOf(name).filter(({runtime}) => runtime.name === kind);
  const fresh = runs.filter(isFresh);
  const rows = evidenceRows(evidenceOf(name, fresh), asked);
  if (rows.length === 0) return nothing(name, kind, runs.length > fresh.length);
  const all = runtimeNames(fresh.map(({runtime}) => runtime));
  const shown = asked.aspects.filter((aspect) => rows.some((row) => row.aspect === aspect));
  const cells = asked.variants.map((variant) => [
    escapeHtml(variantNamed(lab, variant).title),
    ...shown.map((aspect) => saidOf(rows, variant, aspect, all))
  ]);
  return `<div class="evidence">
${table(["", ...shown.map((aspect) => ASPECT_TITLES[aspect])], cells)}
<p><small>Reported by ${escapeHtml(all)}, in processes that are not timed.${fresh.length > 1 ? " A version is named where they differ." : ""}</small></p>
</div>`;
}

function askedFor(lab: LabDescription, named: DirectiveArguments["named"]): Asked {
  const variants = required(listOf(named.get("variants")), "variants=…");
  const size = variants.map((variant) => sizeOf(variantNamed(lab, variant), named.get("at"))).at(0);
  return {variants, size: required(size, "variants=…"), aspects: aspectsIn(named.get("show"))};
}

function aspectsIn(text: string | undefined): readonly Aspect[] {
  const wanted = listOf(text) ?? [...ASPECTS];
  const unknown = wanted.find((aspect) => !(ASPECTS as readonly string[]).includes(aspect));
  if (unknown === undefined) return wanted as Aspect[];
  throw new ReaderError(`evidence has no part ${unknown}`, `there are: ${ASPECTS.join(", ")}`);
}

/** The committed runs, then the reader's own of other runtimes: what was asked for alone, then what results hold. */
function runsOf(lab: string): EvidenceRun[] {
  const committed = readEvidence(evidenceFile(lab))?.runs ?? [];
  const asked = readEvidence(localEvidenceFile(lab))?.runs ?? [];
  const measured = [...localResults(lab), ...referenceResults(lab)].flatMap(({runs}) =>
    runs.flatMap(({runtime, evidence}) => (evidence === undefined ? [] : [{runtime, ...evidence}]))
  );
  const all: EvidenceRun[] = [];
  for (const run of [...committed, ...asked, ...measured]) {
    if (!all.some(({runtime}) => sameRuntime(runtime, run.runtime))) all.push(run);
  }
  return all;
}

/** A cell of the table; runtimes are named only where they do not all say the same. */
function saidOf(rows: readonly EvidenceRow[], variant: string, aspect: Aspect, all: string): string {
  const said = rows.find((row) => row.variant === variant && row.aspect === aspect)?.said ?? [];
  return said
    .map(({text, by}) => {
      const names = runtimeNames(by);
      return escapeHtml(text) + (names === all ? "" : ` <small>${escapeHtml(names)}</small>`);
    })
    .join("<br>");
}

function nothing(name: string, kind: string, stale: boolean): string {
  const why = stale ? "The evidence is of another version of this lab." : "No evidence has been gathered yet.";
  return `<p class="evidence">${why} In a terminal: ${command(`npx lab explain ${name} --with ${kind}`)}</p>`;
}
