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
  assert.match(notes.join("\n"), /left out, because they failed \(nothing to read\): BM_Fails/);
  assert.match(notes.join("\n"), /built for debugging/);
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
