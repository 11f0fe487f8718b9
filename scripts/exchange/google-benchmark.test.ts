import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import {importSource} from "./formats.js";
import {golden, goldenFile, jsonSource, thereAndBack} from "./golden.js";
import {googleBenchmark} from "./google-benchmark.js";

test("repetitions are the samples of one process, and aggregates are none", async () => {
  const {benchmarks} = await golden("google-benchmark.json");
  assert.deepEqual(
    benchmarks.map(({name, metric, unit, processes}) => [
      name,
      metric,
      unit,
      processes.map((one) => one.samples.length)
    ]),
    [
      ["BM_Sum/100", null, "ns", [4]],
      ["BM_Sum/100", "cpu_time", "ns", [4]],
      ["BM_Sum/1000", null, "ns", [4]],
      ["BM_Sum/1000", "cpu_time", "ns", [4]]
    ]
  );
});

test("times and iterations are those of the file", async () => {
  const {benchmarks: found} = JSON.parse(await readFile(goldenFile("google-benchmark.json"), "utf8"));
  const {benchmarks} = await golden("google-benchmark.json");
  const [process] = benchmarks[0]!.processes;
  assert.deepEqual([process!.samples[0], process!.calls?.[0]], [found[0].real_time, found[0].iterations]);
});

test("a benchmark that failed is left out with its message, and a debug build is told", async () => {
  const {notes} = await golden("google-benchmark.json");
  assert.match(notes.join("\n"), /left out, because they failed or were skipped \(nothing to read\): BM_Fails/);
  assert.match(notes.join("\n"), /built for debugging/);
});

test("counters are further figures, with the unit of those that the library makes, and are written back", () => {
  const entry = {name: "BM_a", run_type: "iteration", iterations: 10, real_time: 5, cpu_time: 4, time_unit: "us"};
  const counters = {bytes_per_second: 2e6, items_per_second: 500, half: 32, label: "text", threads: 2};
  const imported = importSource(jsonSource({context: {}, benchmarks: [{...entry, ...counters}]}));
  const shown = ({benchmarks}: typeof imported) => {
    return benchmarks.map(({metric, unit, processes}) => [metric, unit, processes[0]!.samples[0]]);
  };
  assert.deepEqual(shown(imported), [
    [null, "us", 5],
    ["cpu_time", "us", 4],
    ["bytes_per_second", "B/s", 2e6],
    ["items_per_second", "1/s", 500],
    ["half", "#", 32]
  ]);
  const {written, back} = thereAndBack(googleBenchmark, imported);
  assert.deepEqual([shown(back), written.notes], [shown(imported), []]);
});

test("what a benchmark skipped is no time of 0, and is named once", () => {
  const entry = {name: "BM_a", run_type: "iteration", iterations: 1, real_time: 5, cpu_time: 4, time_unit: "ns"};
  const skipped = {...entry, name: "BM_b", iterations: 0, real_time: 0, cpu_time: 0, skipped: true, skip_message: "no"};
  const {benchmarks, notes} = importSource(jsonSource({context: {}, benchmarks: [entry, skipped, skipped]}));
  assert.deepEqual(
    benchmarks.map(({name}) => name),
    ["BM_a", "BM_a"]
  );
  assert.deepEqual(notes, ["1 figure was left out, because they failed or were skipped (no): BM_b"]);
});

test("a file that holds aggregates alone says how to get the repetitions", async () => {
  await assert.rejects(golden("google-benchmark-aggregates.json"), {
    message: /expected repetitions, got only aggregates or errors$/,
    hint: ["measure again without --benchmark_report_aggregates_only"]
  });
});

test("versions without run_type and run_name are read", () => {
  const measurement = {name: "BM_a", iterations: 10, real_time: 5, cpu_time: 4, time_unit: "us"};
  const {benchmarks} = importSource(jsonSource({context: {num_cpus: 4}, benchmarks: [measurement]}));
  assert.deepEqual(benchmarks[0]!.processes, [{samples: [5], calls: [10]}]);
  assert.equal(benchmarks[0]!.unit, "us");
});

test("results without processor time are refused, because its comparison would leave them out", async () => {
  const imported = await golden("go.txt");
  assert.throws(() => thereAndBack(googleBenchmark, imported), {message: /holds processor time beside the time/});
});
