import {defineLab} from "#lib/lab.js";
import {type Data, dataOf, SIZES} from "./data.js";
import {dictionaries} from "./dictionaries.js";
import {makings} from "./making.js";
import {numbered} from "./numbered.js";
import {readings} from "./reading.js";

export default defineLab<Data>({
  question: "Object or Map, and what does a shape cost?",
  kind: "compute",
  unit: "access",
  sizes: SIZES,
  setup: dataOf,
  baseline: "one-shape",
  variants: {...readings, ...makings, ...dictionaries, ...numbered},
  claims: [
    {
      that: "A property takes V8 more than twice the time to read when five shapes meet at one site.",
      variant: "five-shapes",
      ratio: {above: 2},
      at: 1_000,
      on: {runtime: "node"}
    },
    {
      that: "After delete of its last property, an object is read as fast as before, within a factor of two.",
      variant: "deleted-last",
      ratio: {below: 2},
      at: 1_000,
      on: {runtime: "node", versions: [20]}
    },
    {
      that: "After delete, even of the last property, an object takes more than three times the time to read.",
      variant: "deleted-last",
      ratio: {above: 3},
      at: 1_000,
      on: {runtime: "node", versions: [24, 26]}
    },
    {
      that: "A Map in place of a record takes more than twice the time to read.",
      variant: "map-point",
      ratio: {above: 2},
      at: 1_000
    },
    {
      that: "Looking up 1,000 texts in a Map takes less time than in an object.",
      variant: "get-map",
      ratio: {below: 1},
      at: 1_000,
      source: "folklore"
    },
    {
      that: "Iterating over a Map takes less than half the time of for…in over an object in V8.",
      variant: "iterate-map",
      ratio: {below: 0.5},
      at: 1_000,
      on: {runtime: "node"}
    },
    {
      that: "With the keys 0, 1, 2 …, a Map takes more than twice the time of an object.",
      variant: "dense-map",
      ratio: {above: 2},
      at: 1_000
    },
    {
      that: "With whole numbers far apart as keys, a Map takes less than 0.8 of the time of an object.",
      variant: "sparse-map",
      ratio: {below: 0.8},
      at: 1_000
    }
  ]
});
