import * as v from "valibot";
import {positive, size} from "../schema-parts.js";

/** Calls from the first one on, as one fresh process timed them. A point is one call, or several that were timed as one. */
export const Curve = v.strictObject({
  /** Nanoseconds for one call, one value a point, in order of time. */
  ns: v.pipe(v.array(positive), v.minLength(1)),
  /** How many calls a point holds: `[points, calls]` for points in a row that hold equally many. */
  calls: v.pipe(v.array(v.strictTuple([size, size])), v.minLength(1))
});
export type Curve = v.InferOutput<typeof Curve>;

/** A point of a curve in the life of its process. */
export interface Point {
  /** Number of its first call, from 1. */
  readonly call: number;
  /** How many calls it holds. */
  readonly calls: number;
  /** Nanoseconds for one call. */
  readonly ns: number;
}

/** The points of a curve, in order of time. */
export function pointsOf({ns, calls}: Curve): Point[] {
  const points: Point[] = [];
  let call = 1;
  for (const [count, each] of calls) {
    for (let index = 0; index < count; index++, call += each) {
      points.push({call, calls: each, ns: ns[points.length]!});
    }
  }
  return points;
}

/** How many calls stand at the beginning of a curve that were timed one by one. */
export function singleCalls({calls}: Curve): number {
  const [first] = calls;
  return first !== undefined && first[1] === 1 ? first[0] : 0;
}
