import type {RatioRow, SidesCompared} from "./compare-sides.js";
import {holdAgainst} from "./hold-against.js";
import type {Range} from "./lab.js";

/** A difference that must not be there. */
export interface FailOn {
  readonly verdict: "slower" | "faster";
  /** How much of a difference is still allowed: 0.05 is five per cent. */
  readonly share: number;
}

/** What a comparison says of a difference that must not be there. */
export interface Gate {
  /** Rows whose whole interval lies beyond what is allowed. */
  readonly failed: readonly {readonly side: string; readonly row: RatioRow}[];
  /** How many rows leave open whether they lie beyond it. */
  readonly open: number;
  /** How many rows were judged: those that have an interval. */
  readonly judged: number;
}

/** Holds every interval against what is allowed: an estimate beyond it is no failure while its interval is not. */
export function judgeGate({tables}: SidesCompared, failOn: FailOn): Gate {
  const range = rangeOf(failOn);
  const judged = tables.flatMap(({name, rows}) =>
    rows.flatMap((row) =>
      typeof row.ratio === "string" ? [] : [{side: name, row, held: holdAgainst(range, row.ratio.interval)}]
    )
  );
  return {
    failed: judged.filter(({held}) => held === "holds").map(({side, row}) => ({side, row})),
    open: judged.filter(({held}) => held === "undecided").length,
    judged: judged.length
  };
}

function rangeOf({verdict, share}: FailOn): Range {
  return verdict === "slower" ? {above: 1 + share} : {below: 1 / (1 + share)};
}
