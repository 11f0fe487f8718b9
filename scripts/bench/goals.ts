import type {Count, Outcomes, PairKind} from "./engine-result.js";
import {countPairs, deadNoticed, linearity, orderBias, secondsOf} from "./summary.js";

/** What the engine is meant to reach on an otherwise idle machine with two cores. */
export interface Goal {
  readonly goal: string;
  /** null if it was not measured. */
  readonly met: boolean | null;
  readonly seen: string;
}

/** Holds what was measured of our engine against its goals. */
export function judgeGoals(bench: Outcomes): Goal[] {
  const counts = countPairs(bench.pairs);
  const share = (goal: string, pair: PairKind, what: Count["what"], holds: (share: number) => boolean): Goal => {
    const count = counts.find((one) => one.tool === "hotpath" && one.pair === pair && one.what === what);
    if (count === undefined) return unmeasured(goal);
    return {goal, met: holds(count.n / count.of), seen: `${count.n} of ${count.of}`};
  };
  return [
    wrongDirections(counts),
    share("identical pairs called different: at most 1 %", "identical", "different", (seen) => seen <= 0.01),
    share("identical pairs called the same: at least 95 %", "identical", "same", (seen) => seen >= 0.95),
    share("1 % more work found: at least 90 %", "plus-1", "found", (seen) => seen >= 0.9),
    share("2 % more work found: at least 98 %", "plus-2", "found", (seen) => seen >= 0.98),
    share("5 % more allocating work found: at least 90 %", "allocation-plus-5", "found", (seen) => seen >= 0.9),
    seconds("every pair: at most 5 s", bench, false, 5),
    seconds("every allocating pair: at most 20 s", bench, true, 20),
    atMost("bias by position: at most 1.02", worstBias(bench), 1.02),
    atMost("error of the slope: at most 1 %", linearity(bench, "hotpath")?.slopeError ?? null, 0.01),
    everyDeadKernel(bench)
  ];
}

function wrongDirections(counts: readonly Count[]): Goal {
  const goal = "differences called in the wrong direction: none";
  const own = counts.filter(({tool, what}) => tool === "hotpath" && what === "wrong direction");
  if (own.length === 0) return unmeasured(goal);
  const [n, of] = [own.reduce((sum, count) => sum + count.n, 0), own.reduce((sum, count) => sum + count.of, 0)];
  return {goal, met: n === 0, seen: `${n} of ${of}`};
}

function seconds(goal: string, bench: Outcomes, allocating: boolean, most: number): Goal {
  const seen = secondsOf(bench, "hotpath", allocating);
  return seen === null ? unmeasured(goal) : {goal, met: seen.most <= most, seen: `at most ${seen.most.toFixed(1)} s`};
}

function worstBias(bench: Outcomes): number | null {
  const seen = ["shapes", "wrappers"].map((pattern) => orderBias(bench, "hotpath", pattern));
  return seen.some((bias) => bias === null) ? null : Math.max(...seen.map((bias) => bias ?? 0));
}

function atMost(goal: string, seen: number | null, most: number): Goal {
  return seen === null ? unmeasured(goal) : {goal, met: seen <= most, seen: seen.toPrecision(4)};
}

function everyDeadKernel(bench: Outcomes): Goal {
  const goal = "dead kernels refused or flagged: all, and not the live one";
  const seen = deadNoticed(bench, "hotpath");
  if (seen === null) return unmeasured(goal);
  const alarm = seen.falseAlarm ? ", and the live one" : "";
  return {goal, met: seen.noticed === seen.of && !seen.falseAlarm, seen: `${seen.noticed} of ${seen.of}${alarm}`};
}

function unmeasured(goal: string): Goal {
  return {goal, met: null, seen: "not measured"};
}
