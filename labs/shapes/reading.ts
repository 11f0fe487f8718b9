import {prepared} from "#lib/lab.js";
import {type Data, LARGE, MIDDLE} from "./data.js";
import {asMap, Instance, type Point, withoutPrototype} from "./points.js";

// #region read
function readProperty(points: readonly Point[]): number {
  let total = 0;
  for (let i = 0; i < points.length; i++) total += points[i]!.x;
  return total;
}
// #endregion

// #region read-map
function readMap(points: readonly Map<string, number>[]): number {
  let total = 0;
  for (let i = 0; i < points.length; i++) total += points[i]!.get("x")!;
  return total;
}
// #endregion

// #region shapes
/** A point of one of many shapes: a property that no other shape has, and the order turned by one place. */
function pointOfShape(shape: number, x: number): Point {
  const names = ["x", "y", `only${shape}`];
  const point: {[name: string]: number} = {};
  for (let i = 0; i < 3; i++) point[names[(i + shape) % 3]!] = x;
  return point as unknown as Point;
}

function inTurn(shapes: number): (x: number, i: number) => Point {
  return (x, i) => pointOfShape(i % shapes, x);
}

function inNoOrder(x: number): Point {
  return pointOfShape(x % 3, x);
}
// #endregion

// #region other-order
function inTwoOrders(x: number, i: number): Point {
  return i % 2 === 0 ? {x, y: i} : {y: i, x};
}
// #endregion

// #region deleted
function withFirstDeleted(x: number, i: number): Point {
  const point: Point & {gone?: number} = {gone: 0, x, y: i};
  delete point.gone;
  return point;
}

function withLastDeleted(x: number, i: number): Point {
  const point: Point & {gone?: number} = {x, y: i, gone: 0};
  delete point.gone;
  return point;
}

function withLastUndefined(x: number, i: number): Point {
  const point: Point & {gone?: number | undefined} = {x, y: i, gone: 0};
  point.gone = undefined;
  return point;
}
// #endregion

// #region constant
// Inside a function, because bundlers turn a const of a module into a var.
const CONSTANTS = (() => {
  const object = {x: 1, y: 2};
  const map = new Map([
    ["x", 1],
    ["y", 2]
  ]);
  return {
    /** V8 compiles the value, not the look-up. */
    object({length}: readonly number[]): number {
      let total = 0;
      for (let i = 0; i < length; i++) total += object.x;
      return total;
    },
    map({length}: readonly number[]): number {
      let total = 0;
      for (let i = 0; i < length; i++) total += map.get("x")!;
      return total;
    }
  };
})();
// #endregion

/** Reads one property of many points at one site. */
function reading(title: string, make: (x: number, i: number) => Point, sizes = MIDDLE) {
  return prepared({title, prepare: ({values}: Data) => values.map(make), run: readProperty, sizes});
}

/** One property, read at one site from points made in different ways. */
export const readings = {
  "one-shape": reading("one shape", inTurn(1), LARGE),
  "two-shapes": reading("two shapes", inTurn(2)),
  "three-shapes": reading("three shapes, in turn", inTurn(3), LARGE),
  "three-shuffled": reading("three shapes, in no order", inNoOrder, LARGE),
  "four-shapes": reading("four shapes", inTurn(4)),
  "five-shapes": reading("five shapes", inTurn(5), LARGE),
  "hundred-shapes": reading("a hundred shapes", inTurn(100)),
  "other-order": reading("{x, y} and {y, x}", inTwoOrders),
  "deleted-first": reading("first property deleted", withFirstDeleted),
  "deleted-last": reading("last property deleted", withLastDeleted),
  "set-undefined": reading("last property set to undefined", withLastUndefined),
  "class-point": reading("instance of a class", (x, i) => new Instance(x, i)),
  "null-point": reading("Object.create(null)", withoutPrototype),
  "map-point": prepared({
    title: "a Map in place of the object",
    prepare: ({values}: Data) => values.map(asMap),
    run: readMap,
    sizes: MIDDLE
  }),
  "constant-object": prepared({
    title: "one constant object",
    prepare: ({values}: Data) => values,
    run: CONSTANTS.object,
    sizes: MIDDLE,
    mistake: "The object never changes: the compiler looks it up once, if at all, and the loop adds a known number."
  }),
  "constant-map": prepared({
    title: "one constant Map",
    prepare: ({values}: Data) => values,
    run: CONSTANTS.map,
    sizes: MIDDLE,
    mistake: "One key of one Map that never changes: no data, only a look-up that is repeated."
  })
};
