import assert from "node:assert/strict";
import {test} from "node:test";
import type {Imported} from "#lib/imported.js";
import {csvLine, csvRows, notFormula} from "./csv.js";
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
    for (const cell of csvRows(line).flatMap(({cells}) => cells)) assert.doesNotMatch(cell, /^\s*[=+\-@]/, line);
  }
  assert.equal(notFormula("a=1"), "a=1");
});

test("cells with commas, quotes and line breaks are kept as RFC 4180 says, and read back", () => {
  const cells = ["a,b", 'say "x"', "plain", "two\nlines", ""];
  assert.equal(csvLine(cells), '"a,b","say ""x""",plain,"two\nlines",');
  const text = `${csvLine(cells)}\r\n\n 5" disk , "unclosed\n`;
  assert.deepEqual(csvRows(text), [
    {line: 1, cells},
    {line: 4, cells: ['5" disk', '"unclosed']}
  ]);
});

test("samples, calls and counts of every tool survive a spreadsheet", async () => {
  const files = ["jmh-avgt.json", "jmh-sample.json", "pyperf.json", "hyperfine.json", "go.txt", "mitata.json"];
  for (const file of files) {
    const imported = await golden(file);
    const {benchmarks} = thereAndBack(spreadsheet, imported).back;
    for (const [index, {processes, facts: _, ...title}] of imported.benchmarks.entries()) {
      const own = processes.map(({iterations: _, warmups: __, ...process}) => process);
      assert.deepEqual(benchmarks[index], {...title, processes: own, facts: {}}, file);
    }
  }
});

test("names that look like formulas, and those of two lines, come back from a spreadsheet as they were", async () => {
  const imported = await golden("hyperfine.json");
  const names = ["=1+1", "'quoted'", "-n 1", "echo a\necho b", 'say ",'];
  const benchmarks = names.map((name) => ({...imported.benchmarks[0]!, name}));
  const {back} = thereAndBack(spreadsheet, {...imported, benchmarks});
  assert.deepEqual(
    back.benchmarks.map(({name}) => name),
    names
  );
});

test("a table that somebody made needs three columns, and without processes is one", () => {
  const {benchmarks} = importSource(
    sourceOf("value,benchmark,browser,unit\n1.5,sum,a,ms\n1.25,sum,a,ms\n2,sum,b,ms\n")
  );
  assert.deepEqual(
    benchmarks.map(({name, parameters, unit, processes}) => [name, parameters, unit, processes]),
    [
      ["sum", {browser: "a"}, "ms", [{samples: [1.5, 1.25]}]],
      ["sum", {browser: "b"}, "ms", [{samples: [2]}]]
    ]
  );
});

test("what is wrong in a table is named by its line and column", () => {
  const wrong: [text: string, message: RegExp][] = [
    ["benchmark,unit,value\n", /^file: expected a line for each sample, got none$/],
    ["benchmark,unit,value\na,ns,1\na,ns\n", /^file:3: expected 3 cells as in the first line, got 2$/],
    ['benchmark,unit,value\na,ns,1\na,ns,"0,5"\n', /^file:3: value: expected a number, with a dot .*, got 0,5$/],
    ["benchmark,unit,value\na,ns,Infinity\n", /^file:2: value: expected a number/],
    ["benchmark,unit,value\na,,1\n", /^file:2: unit: expected a text, got nothing$/],
    ["benchmark,unit,value,calls\na,ns,1,0\n", /^file:2: calls: expected a whole number above 0, got 0$/],
    ["benchmark,unit,value,n,n\na,ns,1,2,3\n", /^file:1: expected every column once, got n again$/]
  ];
  for (const [text, message] of wrong) assert.throws(() => importSource(sourceOf(text)), {message}, text);
  assert.throws(() => importSource(sourceOf("benchmark;unit;value\na;ns;1\n"), spreadsheet), {
    message: "file:1: expected columns benchmark, unit, value, found no benchmark, no unit, no value"
  });
});

test("github-action-benchmark's list is read as one value a benchmark, and that no verdict can come from it is said", async () => {
  if ("because" in githubActionBenchmark.write) assert.fail();
  const {text} = githubActionBenchmark.write(measurementsOfImport(await golden("pyperf.json")));
  const {benchmarks, notes} = importSource(sourceOf(text));
  assert.deepEqual(
    benchmarks.map(({name, unit, processes}) => [name, unit, processes.length, processes[0]!.samples.length]),
    [
      ["sum", "ns", 1, 1],
      ["join", "ns", 1, 1]
    ]
  );
  assert.match(notes[0]!, /no verdict/);
});

test("of the store that github-action-benchmark keeps, the newest commit of each suite is read", () => {
  const commit = (id: string, date: number, value: number) => {
    return {
      commit: {id, author: {email: "a@b.c"}},
      date,
      tool: "cargo",
      benches: [{name: "x", value, unit: "ns/iter"}]
    };
  };
  const entries = {one: [commit("a1", 0, 5), commit("b2", 86_400_000, 7)], two: [commit("b2", 86_400_000, 9)]};
  const text = `window.BENCHMARK_DATA = ${JSON.stringify({lastUpdate: 1, repoUrl: "", entries})}`;
  for (const source of [sourceOf(text), sourceOf(`${text};\n`), sourceOf(JSON.stringify({lastUpdate: 1, entries}))]) {
    const {benchmarks, facts, notes} = importSource(source);
    assert.deepEqual(facts, {commit: "b2", "measured on": "1970-01-02"});
    assert.deepEqual(
      benchmarks.map(({parameters, processes}) => [parameters.suite, processes[0]!.samples]),
      [
        ["one", [7]],
        ["two", [9]]
      ]
    );
    assert.deepEqual(notes.slice(1), ["b2, the newest of 2 commits: one", "b2, the newest of 1 commit: two"]);
    assert.doesNotMatch(JSON.stringify([benchmarks, facts, notes]), /a@b/);
  }
  assert.throws(() => importSource(sourceOf(text.slice(0, -5))), {message: /^file: not JSON: /});
  const far = JSON.stringify({lastUpdate: 1, entries: {one: [commit("a", 1e300, 1)]}});
  assert.throws(() => importSource(sourceOf(far)), {message: /^file: entries\.one\[0\]\.date: /});
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
