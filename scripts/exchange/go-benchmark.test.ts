import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import {benchmarkTitle} from "#lib/imported.js";
import {processValues} from "#lib/process-value.js";
import {expectClose} from "#lib/stats/expect-close.js";
import {median} from "#lib/stats/median.js";
import {SYNTHETIC_MACHINE as machine, syntheticRun} from "#lib/synthetic-run.js";
import {importSource} from "./formats.js";
import {goBenchmark} from "./go-benchmark.js";
import {golden, goldenFile, sourceOf, thereAndBack} from "./golden.js";
import {measurementsOf} from "./measurements-of.js";

test("parameters, GOMAXPROCS and further figures are told apart from the name and the time", async () => {
  const {benchmarks, facts} = await golden("go.txt");
  assert.deepEqual(benchmarks.map(benchmarkTitle), [
    "Sum size=100 procs=2",
    "Sum size=1000 procs=2",
    "Join procs=2",
    "Join procs=2: B/op",
    "Join procs=2: allocs/op"
  ]);
  assert.equal(facts.goos, "linux");
  assert.match(facts.processor!, /Xeon/);
});

test("lines of one run of go test are samples of one process; settings told again begin another", async () => {
  const {benchmarks} = await golden("go.txt");
  assert.deepEqual(
    benchmarks[0]!.processes.map(({samples}) => samples.length),
    [6]
  );
  const run = "pkg: a\nBenchmarkX-8 100 12.5 ns/op\nPASS\nok  \ta\t1s\n";
  const [twice] = importSource(sourceOf(run + run)).benchmarks;
  assert.deepEqual(twice!.processes, [
    {samples: [12.5], calls: [100]},
    {samples: [12.5], calls: [100]}
  ]);
});

test("benchmarks of several packages are told apart by the package", () => {
  const text = "pkg: a\nBenchmarkX 1 2 ns/op\npkg: b\nBenchmarkX 1 3 ns/op\n";
  assert.deepEqual(importSource(sourceOf(text)).benchmarks.map(benchmarkTitle), ["X pkg=a", "X pkg=b"]);
});

test("what Go 1.26 prints of a function without a name, of output between, and of figures that are no numbers", () => {
  const text = `pkg: example.com/odd
Benchmark           \t 1000000\t        14.76 ns/op\t       0 B/op\t       0 allocs/op
Benchmark-2         \t 1401205\t         3.055 ns/op\t       0 B/op\t       0 allocs/op
BenchmarkSub/#00    \t 1482098\t         2.561 ns/op
BenchmarkMetric     \t 1436329\t198564.51 MB/s\t      +Inf inf/op\t               NaN nan/op\t         3.500 widgets/op
BenchmarkPrints-2   \thello
 1342473\t         2.851 ns/op
BenchmarkLogs       \t 1323375\t         2.709 ns/op
--- BENCH: BenchmarkLogs
    odd_test.go:14: logged
--- FAIL: BenchmarkFails
FAIL
`;
  const {benchmarks, notes} = importSource(sourceOf(text));
  assert.deepEqual(benchmarks.filter(({metric}) => metric === null).map(benchmarkTitle), [
    "Benchmark",
    "Benchmark procs=2",
    "Sub/#00",
    "Metric",
    "Logs"
  ]);
  assert.deepEqual(notes, [
    "figures that a benchmark parted from its name by printing were left out: 1 line",
    "2 figures were left out, because they are not finite numbers: Metric inf/op, Metric nan/op"
  ]);
});

test("a benchmark without ns/op has its first figure as the main one; Windows line ends do not matter", () => {
  const text = "BenchmarkX 1 2.5e6 MB/s 3 B/op\r\nBenchmarkX 1 2.6e6 MB/s 3 B/op\r\n";
  const {benchmarks} = importSource(sourceOf(text));
  assert.deepEqual(
    benchmarks.map(({metric, unit}) => [metric, unit]),
    [
      [null, "MB/s"],
      ["B/op", "B/op"]
    ]
  );
  assert.deepEqual(benchmarks[0]!.processes[0]!.samples, [2.5e6, 2.6e6]);
});

test("a part of a name that has no = behind parts that have one stays in the name", () => {
  const {benchmarks} = importSource(sourceOf("BenchmarkX/a=1/b-2/c=3-4 1 5 ns/op\n"));
  assert.deepEqual([benchmarks[0]!.name, benchmarks[0]!.parameters], ["X/a=1/b-2", {c: "3", procs: "4"}]);
});

test("our results become a line for each process, which is the median of its samples", () => {
  const run = syntheticRun({times: {plus: 100, join: 200}, blocks: 6});
  const measurements = measurementsOf([{format: 1, lab: "strings", machine, runs: [run]}]);
  if ("because" in goBenchmark.write) assert.fail();
  const {text, notes} = goBenchmark.write(measurements);
  assert.equal(text.match(/^BenchmarkStrings\/join\/size=1000\t\d+\t[\d.]+ ns\/op$/gm)?.length, 6);
  assert.match(text, /^runtime: node 24\.21\.0$/m);
  assert.deepEqual(notes, [
    "each process is one line, the median of its samples: benchstat takes lines as independent"
  ]);
  const [plus] = importSource(sourceOf(text)).benchmarks;
  const forks = run.forks.filter(({variant}) => variant === "plus").map(({samplesNs}) => median(samplesNs));
  for (const [index, value] of processValues(plus!).entries()) expectClose(value, forks[index]!);
});

test("names cannot break a line", async () => {
  const imported = await golden("hyperfine.json");
  const hostile = imported.benchmarks.map((one, index) => ({...one, name: `a b\nBenchmarkEvil ${index}\u001b[2J`}));
  const {written} = thereAndBack(goBenchmark, {...imported, facts: {"a\nb": "c\nd"}, benchmarks: hostile});
  const begins = written.text.split("\n").map((line) => line.slice(0, 11));
  assert.deepEqual([...new Set(begins)], ["a-b: c; d", "BenchmarkA_", ""]);
  assert.ok(!written.text.includes("\u001b"));
});

test("benchstat reads what we write, and finds the same medians", async () => {
  const lines = (await readFile(goldenFile("benchstat.csv"), "utf8")).split("\n").map((line) => line.split(","));
  const seconds = new Map(lines.map(([name, value]) => [name, Number(value)]));
  const {benchmarks} = await golden("pyperf.json");
  for (const [name, benchmark] of [
    ["Sum", benchmarks[0]!],
    ["Join", benchmarks[1]!]
  ] as const) {
    expectClose(seconds.get(name)!, median(processValues(benchmark)));
  }
});
