import {prepared} from "#lib/lab.js";
import {type Data, MIDDLE} from "./data.js";
import {asMap, Instance, type Point, withoutPrototype} from "./points.js";

// #region literal
function makeLiterals(values: readonly number[]): number {
  const points = new Array<Point>(values.length);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const point = {x: values[i]!, y: i};
    points[i] = point;
    total += point.x;
  }
  return total + points[points.length - 1]!.y;
}
// #endregion

// #region class
function makeInstances(values: readonly number[]): number {
  const points = new Array<Point>(values.length);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const point = new Instance(values[i]!, i);
    points[i] = point;
    total += point.x;
  }
  return total + points[points.length - 1]!.y;
}
// #endregion

// #region null
function makeWithoutPrototype(values: readonly number[]): number {
  const points = new Array<Point>(values.length);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const point = withoutPrototype(values[i]!, i);
    points[i] = point;
    total += point.x;
  }
  return total + points[points.length - 1]!.y;
}
// #endregion

// #region map
function makeMaps(values: readonly number[]): number {
  const points = new Array<Map<string, number>>(values.length);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const point = asMap(values[i]!, i);
    points[i] = point;
    total += point.get("x")!;
  }
  return total + points[points.length - 1]!.get("y")!;
}
// #endregion

const ofValues = {kind: "allocation" as const, prepare: ({values}: Data) => values, sizes: MIDDLE};

/** Many points, made and kept. */
export const makings = {
  "make-literal": prepared({...ofValues, title: "make literals", run: makeLiterals}),
  "make-class": prepared({...ofValues, title: "make instances", run: makeInstances, against: "make-literal"}),
  "make-null": prepared({
    ...ofValues,
    title: "make with Object.create(null)",
    run: makeWithoutPrototype,
    against: "make-literal"
  }),
  "make-map": prepared({...ofValues, title: "make Maps", run: makeMaps, against: "make-literal"})
};
