import assert from "node:assert/strict";
import {test} from "node:test";
import {
  apart,
  claimRows,
  comparisonRows,
  factRows,
  groupEnvironments,
  type PlacedRun,
  shortName,
  verdictDifferences
} from "./compare-environments.js";
import {digestRun} from "./digest.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "./synthetic-run.js";

const claims = [
  {that: "b takes longer", variant: "b", ratio: {above: 1}, at: 1000},
  {that: "b takes more than twice the time", variant: "b", ratio: {above: 2}, at: 1000},
  {that: "a does more than a million", variant: "a", rate: {above: 1e6}, at: 1000}
];

interface Made {
  readonly b?: number;
  readonly lab?: string;
  readonly file?: string;
  readonly place?: PlacedRun["place"];
  readonly cores?: number;
  readonly version?: string;
  readonly flags?: string[];
  readonly seed?: number;
}

function placed({b = 1400, lab = "strings", file = "", place = "file", cores = 2, seed = 1, ...made}: Made): PlacedRun {
  const runtime = {version: made.version ?? "24.1.0", flags: made.flags ?? []};
  const run = {
    ...syntheticRun({times: {a: 1000, b}, claims, seed, runtime}),
    started: `2026-01-01T00:00:0${seed}.000Z`
  };
  return {place, file, run: digestRun(lab, {...machine, cores}, run)};
}

test("labs of one runtime on one machine are one environment; another place, runtime or flag is another", () => {
  const one = placed({});
  const runs = [one, placed({lab: "shapes"}), placed({version: "20.1.0"}), placed({flags: ["--jitless"]})];
  const environments = groupEnvironments([...runs, {...one, place: "reference"}]);
  assert.deepEqual(
    environments.map(({place, runs}) => [place, runs.map(({lab}) => lab)]),
    [
      ["file", ["strings", "shapes"]],
      ["file", ["strings"]],
      ["file", ["strings"]],
      ["reference", ["strings"]]
    ]
  );
  assert.equal(shortName(environments[2]!), "Node 24 --jitless");
});

test("a file that is dropped twice counts once", () => {
  const again = [placed({file: "anna.json"}), placed({file: "copy.json"})];
  assert.equal(groupEnvironments(again).length, 1);
});

test("machines alike are told apart by their files as soon as two of them measured the same lab", () => {
  const anna = [placed({file: "anna.json", seed: 1}), placed({file: "anna.json", seed: 1, lab: "shapes"})];
  assert.equal(groupEnvironments(anna).length, 1);
  const both = groupEnvironments([...anna, placed({file: "ben.json", seed: 2})]);
  assert.deepEqual(
    both.map(({files, runs}) => [files, runs.length]),
    [
      [["anna.json"], 2],
      [["ben.json"], 1]
    ]
  );
});

test("a fact is marked where it differs from the first environment, and the day of a run never is", () => {
  const environments = groupEnvironments([
    placed({}),
    placed({place: "reference", cores: 8, version: "20.1.0", seed: 2})
  ]);
  const rows = factRows(environments.map((one, index) => ({...one, runs: one.runs.map((run) => aged(run, index))})));
  const differing = rows.filter(({differs}) => differs[1]).map(({name}) => name);
  assert.deepEqual(differing, ["runtime"]);
  const day = rows.find(({name}) => name === "measured on")!;
  assert.deepEqual(day.values, ["2026-01-01", "2026-01-02"]);
  assert.deepEqual(day.differs, [false, false]);
});

function aged(run: PlacedRun["run"], days: number): PlacedRun["run"] {
  return {...run, machine, started: `2026-01-0${days + 1}T00:00:00.000Z`};
}

test("a claim or a comparison is one row, with a gap where an environment has not measured it", () => {
  const environments = groupEnvironments([placed({}), placed({version: "20.1.0", lab: "shapes"})]);
  const rows = claimRows(environments);
  assert.deepEqual(
    rows.map(({lab, said}) => [lab, said.map((one) => one?.verdict)]),
    [
      ["strings", ["holds", undefined]],
      ["strings", ["fails", undefined]],
      ["strings", ["holds", undefined]],
      ["shapes", [undefined, "holds"]],
      ["shapes", [undefined, "fails"]],
      ["shapes", [undefined, "holds"]]
    ]
  );
  assert.deepEqual(
    comparisonRows(environments).map(({said}) => said.map((one) => one?.verdict)),
    [
      ["slower", undefined],
      [undefined, "slower"]
    ]
  );
});

test("a claim that holds here and fails there comes before one on which more environments are merely open", () => {
  const environments = groupEnvironments([
    placed({b: 1400}),
    placed({b: 700, version: "20.1.0"}),
    placed({b: 2000, version: "22.1.0", seed: 3}),
    placed({b: 2000, version: "26.1.0", seed: 4})
  ]);
  const differences = verdictDifferences(claimRows(environments));
  const verdicts = differences.map(({said}) => said.map((one) => one?.verdict));
  assert.deepEqual(verdicts[0], ["holds", "fails", "holds", "holds"]);
  assert.deepEqual(verdicts[1], ["fails", "fails", "undecided", "undecided"]);
  assert.equal(verdicts.length, 2);
});

test("an environment that has not measured a claim does not differ about it", () => {
  const elsewhere = groupEnvironments([placed({}), placed({version: "20.1.0", lab: "shapes"})]);
  assert.deepEqual(verdictDifferences(claimRows(elsewhere)), []);
});

test("intervals that touch are not apart", () => {
  assert.ok(apart([1, 2], [2.1, 3]) && apart([2.1, 3], [1, 2]));
  assert.ok(!apart([1, 2], [2, 3]) && !apart([1, 4], [2, 3]));
});
