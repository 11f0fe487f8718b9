import assert from "node:assert/strict";
import {test} from "node:test";
import type {Imported} from "#lib/imported.js";
import {csvCells, csvLine, notFormula} from "./csv.js";
import {importSource} from "./formats.js";
import {githubActionBenchmark} from "./github-action-benchmark.js";
import {golden, sourceOf, thereAndBack} from "./golden.js";
import {measurementsOfImport} from "./measurements-of.js";
import {spreadsheet} from "./spreadsheet.js";
import {warmupStats} from "./warmup-stats.js";

const warmup = "process_exec_num, bench_name, 0, 1, 2\n0, sort, 0.3, 0.2, 0.1\n1, sort, 0.4, 0.2, 0.15\n";

function csvOf(imported: Imported): string[] {
  if ("because" in spreadsheet.write) assert.fail();
  return spreadsheet.write(measurementsOfImport(imported)).text.split("\n");
}

test("a line of warmup_stats is a process, and its columns are iterations in seconds", () => {
  const {benchmarks, notes} = importSource(sourceOf(warmup));
  assert.deepEqual(
    benchmarks.map(({name, unit}) => [name, unit]),
    [["sort", "s"]]
  );
  assert.deepEqual(benchmarks[0]!.processes, [{samples: [0.3, 0.2, 0.1]}, {samples: [0.4, 0.2, 0.15]}]);
  assert.match(notes[0]!, /those of the warm-up too/);
});

test("samples survive being written for warmup_stats and read again", () => {
  const imported = importSource(sourceOf(warmup));
  assert.deepEqual(thereAndBack(warmupStats, imported).back, imported);
});

test("processes of different lengths are cut to the shortest for warmup_stats, and that is said", () => {
  const imported = importSource(sourceOf("process_exec_idx,bench_name,0,1\n0,a,3,2\n1,a,5\n"));
  const {written} = thereAndBack(warmupStats, imported);
  assert.equal(written.text, "process_exec_num,bench_name,0\n0,a,3\n1,a,5\n");
  assert.deepEqual(written.notes, [
    "each process is cut to its first 1 samples: warmup_stats wants equally many of all"
  ]);
});

test("a cell of warmup_stats that is no number is named by its line", () => {
  for (const cell of ["x", "", "NaN", "1;2"]) {
    assert.throws(() => importSource(sourceOf(`process_exec_num,bench_name,0\n0,a,1\n1,a,${cell}\n`)), {
      message: /^file:3: expected a number, a name and seconds, got 1,a,/
    });
  }
});

test("a spreadsheet has a line for each sample, and a column for each parameter", async () => {
  const [head, first] = csvOf(await golden("hyperfine.json"));
  assert.equal(head, "benchmark,n,metric,unit,process,sample,calls,count,value");
  assert.equal(first, "seq 1000,1,,s,0,0,,1,0.004542613");
});

test("no text is a formula to a spreadsheet, wherever it stands", async () => {
  const imported = await golden("hyperfine.json");
  const evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", '=HYPERLINK("http://x","y")'];
  const benchmarks = evil.map((text) => ({...imported.benchmarks[0]!, name: text, parameters: {[text]: text}}));
  for (const line of csvOf({...imported, benchmarks})) {
    for (const cell of csvCells(line)) assert.doesNotMatch(cell, /^\s*[=+\-@]/, line);
  }
  assert.equal(notFormula("a=1"), "a=1");
});

test("cells with commas, quotes and line breaks are kept as RFC 4180 says, and read back", () => {
  const cells = ["a,b", 'say "x"', "plain", ""];
  assert.equal(csvLine(cells), '"a,b","say ""x""",plain,');
  assert.deepEqual(csvCells(csvLine(cells)), cells);
});

test("github-action-benchmark gets one value for each benchmark, in nanoseconds, with its ends", async () => {
  if ("because" in githubActionBenchmark.write) assert.fail();
  const {text} = githubActionBenchmark.write(measurementsOfImport(await golden("hyperfine.json")));
  const [entry] = JSON.parse(text);
  assert.equal(entry.name, "seq 1000 n=1");
  assert.equal(entry.unit, "ns");
  assert.ok(Math.abs(entry.value - 3347216) < 1);
  assert.equal(entry.extra, "6 processes");
});
