import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import {processValue} from "#lib/process-value.js";
import {expectClose} from "#lib/stats/expect-close.js";
import {importSource} from "./formats.js";
import {golden, goldenFile, jsonSource, thereAndBack} from "./golden.js";
import {jmh} from "./jmh.js";

interface Metric {
  readonly score: number;
  readonly scoreError: number | "NaN";
  readonly scoreConfidence: readonly (number | "NaN")[];
  readonly scorePercentiles: Readonly<Record<string, number>>;
}

async function entriesOf(name: string): Promise<{primaryMetric: Metric; secondaryMetrics: Record<string, Metric>}[]> {
  return JSON.parse(await readFile(goldenFile(name), "utf8"));
}

test("forks, iterations, parameters and units come as JMH wrote them", async () => {
  const {from, facts, benchmarks} = await golden("jmh-avgt.json");
  assert.equal(from.tool, "JMH 1.37");
  assert.equal(facts.runtime, "Java 17.0.15");
  assert.match(facts.engine!, /^OpenJDK 64-Bit Server VM 17/);
  const [join] = benchmarks;
  assert.deepEqual([join!.name, join!.parameters, join!.unit], ["org.sample.MyBenchmark.join", {n: "100"}, "ns/op"]);
  assert.deepEqual(
    join!.processes.map(({samples}) => samples.length),
    [3, 3, 3]
  );
  assert.equal(join!.processes[1]!.samples[0], 69261.19872185028);
});

test("further figures are kept under their names, without the dot of older versions", async () => {
  const {benchmarks} = await golden("jmh-avgt.json");
  const norm = benchmarks.find(({metric}) => metric === "gc.alloc.rate.norm");
  assert.equal(norm?.unit, "B/op");
  const [entry] = JSON.parse(await readFile(goldenFile("jmh-avgt.json"), "utf8"));
  const old = {...entry, secondaryMetrics: {"·gc.alloc.rate.norm": entry.secondaryMetrics["gc.alloc.rate.norm"]}};
  assert.equal(importSource(jsonSource([old])).benchmarks[1]?.metric, "gc.alloc.rate.norm");
});

for (const file of ["jmh-avgt.json", "jmh-sample.json", "jmh-modes.json"]) {
  test(`${file}: scores, errors and percentiles that we write are those that JMH computed`, async () => {
    const theirs = await entriesOf(file);
    const ours: typeof theirs = JSON.parse(thereAndBack(jmh, await golden(file)).written.text);
    assert.equal(ours.length, theirs.length);
    for (const [index, {primaryMetric}] of theirs.entries()) {
      const own = ours[index]!.primaryMetric;
      closeOrEqual(own.score, primaryMetric.score);
      closeOrEqual(own.scoreError, primaryMetric.scoreError);
      for (const side of [0, 1]) closeOrEqual(own.scoreConfidence[side]!, primaryMetric.scoreConfidence[side]!);
      assert.deepEqual(Object.keys(own.scorePercentiles), Object.keys(primaryMetric.scorePercentiles));
      for (const [rank, value] of Object.entries(primaryMetric.scorePercentiles)) {
        closeOrEqual(own.scorePercentiles[rank]!, value);
      }
      const scores = (metrics: Record<string, Metric>) =>
        Object.entries(metrics).map(([name, {score}]) => [name, score]);
      assert.deepEqual(scores(ours[index]!.secondaryMetrics), scores(theirs[index]!.secondaryMetrics));
    }
  });
}

/** JMH rounds what it takes from Student's distribution to about ten digits. */
function closeOrEqual(actual: number | "NaN", expected: number | "NaN"): void {
  if (typeof actual === "string" || typeof expected === "string") assert.equal(actual, expected);
  else if (actual !== expected) expectClose(actual, expected, 1e-8);
}

test("the histogram of the mode sample keeps its counts and its iterations", async () => {
  const {benchmarks} = await golden("jmh-sample.json");
  const [{processes}] = benchmarks as [(typeof benchmarks)[number]];
  assert.equal(processes.length, 2);
  for (const {samples, counts, iterations} of processes) {
    assert.equal(counts?.length, samples.length);
    assert.equal(iterations?.length, 2);
  }
});

test("the value of a process of counted samples is the middle of what was counted", () => {
  assert.equal(processValue({samples: [9, 1, 5], counts: [1, 10, 2]}), 1);
  assert.equal(processValue({samples: [9, 1, 5], counts: [10, 1, 2]}), 9);
});

test("a benchmark that was run in several modes is one figure for each", async () => {
  const {benchmarks} = await golden("jmh-modes.json");
  const main = benchmarks.filter(({metric}) => metric === null);
  assert.deepEqual(
    main.map(({parameters, unit}) => [parameters, unit]),
    [
      [{mode: "thrpt"}, "ops/us"],
      [{mode: "ss"}, "us/op"]
    ]
  );
});

test("no raw data is an error that says how to get it", async () => {
  await assert.rejects(golden("jmh-no-raw-data.json"), {
    name: "ReaderError",
    message: /jmh-no-raw-data\.json: expected raw samples, got none$/,
    hint: ["JMH writes them unless it is told -Djmh.json.rawData=false: measure again without it"]
  });
});

test('"NaN", "+INF" and "-INF" are left out with a word, not taken for numbers', () => {
  const metric = {
    score: "NaN",
    scoreUnit: "ns/op",
    rawData: [
      [1, "NaN", 3],
      ["+INF", "-INF"]
    ]
  };
  const {benchmarks, notes} = importSource(jsonSource([{benchmark: "a.B.c", mode: "avgt", primaryMetric: metric}]));
  assert.deepEqual(benchmarks[0]!.processes, [{samples: [1, 3]}]);
  assert.match(notes.join(), /some of their samples are not finite numbers: a\.B\.c/);
});

test("a number that is text is refused with its place", () => {
  const metric = {score: 1, scoreUnit: "ns/op", rawData: [[1, "2"]]};
  assert.throws(() => importSource(jsonSource([{benchmark: "a", mode: "avgt", primaryMetric: metric}])), {
    name: "ResultError",
    message: /^file: \[0\]\.primaryMetric\.rawData\[0\]\[1\]/
  });
});

test("arguments of the JVM that hold a path stay behind", () => {
  const metric = {score: 1, scoreUnit: "ns/op", rawData: [[1]]};
  const jvmArgs = ["-Xmx1g", "-javaagent:/home/anna/agent.jar", "-Dx=C:\\Users\\ben"];
  const entry = {benchmark: "a", mode: "avgt", jvmArgs, primaryMetric: metric};
  assert.equal(importSource(jsonSource([entry])).facts.flags, "-Xmx1g");
});
