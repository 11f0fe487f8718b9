import type {RatioRow, SidesCompared} from "#lib/compare-sides.js";
import type {Gate} from "#lib/fail-on.js";

interface Labelled {
  /** The runtime, where the sides hold several; else empty. */
  readonly label: string;
}

/** What `lab compare --json` writes. Texts are as they stand in the results. */
export function compareJson(
  all: readonly (Labelled & {readonly compared: SidesCompared})[],
  gates: readonly (Labelled & {readonly gate: Gate})[]
) {
  return {
    comparisons: all.map(({label, compared: {names, facts, claims, comparisons, tables, level}}) => ({
      runtime: label,
      sides: names,
      environment: facts,
      changedClaims: claims,
      changedComparisons: comparisons,
      level,
      tables: tables.map(({name, rows, onlyFirst, onlyThis}) => ({
        side: name,
        rows: rows.map(rowJson),
        onlyFirst,
        onlyThis
      }))
    })),
    ...(gates.length > 0 && {
      failOn: gates.flatMap(({label, gate}) =>
        gate.failed.map(({side, row}) => ({runtime: label, side, title: row.title}))
      )
    })
  };
}

function rowJson({title, base, firstCost, cost, ratio, verdict, oneProcess}: RatioRow) {
  const figure = typeof ratio === "string" ? {ratio: null, why: ratio} : ratio;
  return {title, base, firstCost, cost, ...figure, verdict, oneProcess};
}
