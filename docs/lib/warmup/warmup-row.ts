import type {WarmupPlace, WarmupRow} from "../chart/warmup-chart.js";
import {median} from "../stats/median.js";
import type {ProcessVerdict} from "./classify-process.js";
import {type Curve, type Point, pointsOf} from "./curve.js";

/** Places for each decade of calls: a line on a logarithmic axis shows no more. */
const A_DECADE = 12;

/** One process as a row of a chart. @param process from 1 */
export function warmupRow(curve: Curve, verdict: ProcessVerdict, environment: string, process: number): WarmupRow {
  const points = pointsOf(curve);
  const {steadyNs, steadyFrom, segments, class: name} = verdict;
  const changes = segments.slice(1).map(({from, level}): WarmupPlace => [points[from]!.call, rounded(Math.exp(level))]);
  return {
    environment,
    process,
    points: thinned(points),
    changes,
    class: name,
    firstNs: curve.ns[0]!,
    steadyNs: steadyNs === null ? null : rounded(steadyNs),
    callsBefore: steadyFrom === null ? null : points[steadyFrom]!.call - 1
  };
}

/** Neighbours that a logarithmic axis would draw on one spot, as their median; the first calls stay apart. */
function thinned(points: readonly Point[]): WarmupPlace[] {
  const groups = new Map<number, Point[]>();
  for (const point of points) {
    const spot = Math.floor(A_DECADE * Math.log10(point.call));
    groups.set(spot, [...(groups.get(spot) ?? []), point]);
  }
  return [...groups.values()].map((group): WarmupPlace => {
    return [group[group.length >> 1]!.call, rounded(median(group.map(({ns}) => ns)))];
  });
}

function rounded(ns: number): number {
  return Number(ns.toPrecision(3));
}
