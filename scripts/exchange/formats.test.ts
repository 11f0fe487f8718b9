import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {benchmarkTitle, type Imported} from "#lib/imported.js";
import type {ReaderError} from "../errors.js";
import {TEMPORARY} from "../temporary-data.js";
import {exportTo, FORMATS, formatNamed, importSource} from "./formats.js";
import {golden, goldenFile, jsonSource, sourceOf, thereAndBack} from "./golden.js";
import {measurementsOfImport} from "./measurements-of.js";
import {readSource} from "./read-source.js";

const FILES: Readonly<Record<string, string>> = {
  "jmh-avgt.json": "jmh",
  "jmh-sample.json": "jmh",
  "jmh-modes.json": "jmh",
  "pyperf.json": "pyperf",
  "hyperfine.json": "hyperfine",
  "google-benchmark.json": "google-benchmark",
  criterion: "criterion",
  "criterion/sum/loop/100/new/sample.json": "criterion",
  "mitata.json": "mitata",
  "node-bench.jsonl": "node-bench",
  "go.txt": "go"
};

for (const [file, name] of Object.entries(FILES)) {
  test(`${file} is recognised from its content as ${name}, and by no format before it`, async () => {
    const source = await readSource(goldenFile(file));
    assert.equal(FORMATS.find((format) => format.recognises(source))?.name, name);
    assert.equal(importSource(source).from.format, name);
  });

  test(`${file} keeps no name of a host, of a user or of a path`, async () => {
    assert.doesNotMatch(JSON.stringify(await golden(file)), /\/(home|usr|root|venv|python|bench)\b|"host"|\.\/gb/);
  });
}

const WRITTEN = Object.entries(FILES).filter(([, name]) => !("because" in formatNamed(name, "").write));

for (const [file, name] of WRITTEN) {
  test(`raw samples of ${file} survive being written as ${name} and read again`, async () => {
    const imported = await golden(file);
    const {back} = thereAndBack(formatNamed(name, ""), imported);
    assert.deepEqual(samplesOf(back), samplesOf(imported));
    for (const [fact, value] of Object.entries(back.facts)) assert.equal(value, imported.facts[fact], fact);
  });
}

function samplesOf({benchmarks}: Imported) {
  return benchmarks.map((benchmark) => {
    return {title: benchmarkTitle(benchmark), unit: benchmark.unit, processes: benchmark.processes};
  });
}

test("every format has a direction, and says why where it has only one", () => {
  for (const {name, read, write} of FORMATS) {
    const reasons = [read, write].flatMap((way) => ("because" in way ? [way.because] : []));
    assert.ok(reasons.length < 2, name);
    for (const reason of reasons) assert.ok(reason.length > 20 && !reason.endsWith("."), name);
  }
});

test("a format that goes one way refuses the other with its reason", async () => {
  const measured = measurementsOfImport(await golden("go.txt"));
  assert.throws(() => exportTo(formatNamed("criterion", ""), measured), {
    message: /^criterion is only read: /,
    hint: ["can be written: jmh, pyperf, hyperfine, google-benchmark, go, warmup-stats, github-action-benchmark, csv"]
  });
});

test("a format that is mistyped is refused with the nearest one", () => {
  assert.throws(() => formatNamed("hyprfine", "--to"), {
    message: "--to: no format hyprfine",
    hint: [`did you mean hyperfine? there are: ${FORMATS.map(({name}) => name).join(", ")}`]
  });
});

test("what is in no known format is named, with those that are", () => {
  for (const text of ["{}", "null", "hello", "[1]", '{"benchmarks":[]}', "a,b\n1,2\n"]) {
    assert.throws(() => importSource(sourceOf(text)), {message: "file: in none of the formats that are known"}, text);
  }
});

test("what is not whole, empty or no text is told as that, whether a format was named or not", () => {
  const cut = '[{"benchmark": "a", "primaryMetric": {"score": 1';
  for (const format of [undefined, formatNamed("jmh", "")]) {
    assert.throws(() => importSource(sourceOf(cut), format), {
      message: /^file: not JSON: (Unterminated|Expected|Unexp)/
    });
    assert.throws(() => importSource(sourceOf(" \n"), format), {message: "file: is empty"});
    assert.throws(() => importSource(sourceOf('[{"a": NaN}]'), format), {message: /^file: not JSON: .*N/});
  }
  assert.throws(() => importSource(sourceOf("PK\u0003\u0004\u0000")), {
    message: "file: expected text, got other bytes"
  });
  assert.throws(() => importSource(sourceOf("[\n]\n")), {message: "file: an empty list"});
  assert.throws(() => importSource(sourceOf("[]"), formatNamed("jmh", "")), {
    message: "file: expected a benchmark, got none"
  });
  assert.throws(() => importSource({place: "x", text: "", json: undefined, folder: new Map()}), {message: /criterion/});
});

test("a table of a tool whose samples are read is answered with how to get those", () => {
  const tables: [text: string, wayOut: RegExp][] = [
    ['"Benchmark","Mode","Threads","Samples"\n"a.b","avgt",1,3\n', /-rf json/],
    ["Benchmark        Mode  Cnt  Score   Error  Units\nPlain.log  thrpt    5  1.5 ± 0.1  ops/s\n", /-rf json/],
    ["command,mean,stddev,median,user,system,min,max\ntrue,0.1,,0.1,0,0,0.1,0.1\n", /--export-json/],
    ["| Command | Mean [ms] | Min [ms] | Max [ms] | Relative |\n|:---|---:|---:|---:|---:|\n", /--export-json/],
    ["name,iterations,real_time,cpu_time,time_unit\n", /--benchmark_format=json/],
    ['{"Time":"2026-12-01T00:00:00Z","Action":"output","Package":"a","Output":"goos: linux\\n"}\n', /without -json/],
    ["benchmark | samples | mean rate | 95% CI | median rate | warning\n", /--bench-reporter=json/],
    ['{"reason":"benchmark-complete","id":"a"}\n{"reason":"group-complete"}\n', /target\/criterion/]
  ];
  for (const [text, wayOut] of tables) {
    assert.throws(
      () => importSource(sourceOf(text)),
      ({message, hint}: ReaderError) => message === "file: in a format that is not read" && wayOut.test(hint[0]!),
      text
    );
  }
});

test("text of Windows is read in whichever order its bytes are, with the mark or without it", async () => {
  const json = await readFile(goldenFile("hyperfine.json"), "utf8");
  const little = Buffer.from(`\ufeff${json}`, "utf16le");
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, little.subarray(2), big, big.subarray(2), Buffer.from(`\ufeff${json}`)]) {
    const file = join(TEMPORARY, "windows.json");
    await writeFile(file, bytes);
    assert.deepEqual((await readSource(file)).json, JSON.parse(json));
  }
});

test("a file of the wrong kind is refused by name, whatever format it is read as", async () => {
  const sources = [
    sourceOf("hello"),
    jsonSource({a: 1}),
    jsonSource([null]),
    sourceOf("\u0000\u0001"),
    jsonSource("x")
  ];
  for (const format of FORMATS) {
    for (const source of sources) {
      assert.throws(
        () => importSource(source, format),
        ({name}: Error) => /^(ReaderError|ResultError)$/.test(name)
      );
    }
  }
});

test("benchmarks of the same name are told apart and not merged", () => {
  const run = {command: "sleep 1", times: [1, 2]};
  const {benchmarks} = importSource(jsonSource({results: [run, run]}));
  assert.deepEqual(benchmarks.map(benchmarkTitle), ["sleep 1", "sleep 1 occurrence=2"]);
});
