import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {test} from "node:test";
import {fileURLToPath} from "node:url";
import {runLab, startLab} from "../../lab-process.js";
import {TEMPORARY} from "../../temporary-data.js";

const BIN = fileURLToPath(new URL("../../bin.mjs", import.meta.url));
const folder = join(TEMPORARY, "records");
mkdirSync(folder, {recursive: true});
const unix = {skip: process.platform === "win32" ? "signals of POSIX" : false};
let count = 0;
const fresh = (ending: string) => join(folder, `record-${++count}${ending}`);

/** `work` takes so much of a processor, however busy the machine is. */
function script(text: string): string {
  const file = fresh(".cjs");
  writeFileSync(
    file,
    "function work(ms) { const before = process.cpuUsage();" +
      "while (process.cpuUsage(before).user < ms * 1000) for (let n = 0; n < 1e4; n++) Math.sqrt(n); }\n" +
      `${text}\n`
  );
  return file;
}

const BLOCKS =
  "let n = 0; const t = setInterval(() => { if (++n === 5) work(200); if (n === 20) clearInterval(t); }, 20);";

test("the report is one file that runs nothing but its own script, and the rules are on standard error", async () => {
  const out = fresh(".html");
  const program = script(`${BLOCKS} console.log("its own"); process.exitCode = 3;`);
  const {code, stdout, stderr} = await runLab(["profile", "record", "-o", out, "--", process.execPath, program]);
  assert.deepEqual([code, stdout], [3, "its own\n"]);
  assert.match(stderr, /recording process \d+: .*kill -USR2 \d+ asks for a dump/);
  assert.match(stderr, /- Loop blocked .* by work \(\S*record-\d+\.cjs:1\)/);
  const page = readFileSync(out, "utf8");
  assert.match(page, /default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+'"/);
  assert.match(page, /<li><strong>Loop blocked .* by work/);
  assert.doesNotMatch(page, /(?:src|href)=/);
});

test("--json tells the findings, and a recording that was kept becomes a report later", async () => {
  const [kept, page] = [fresh(".json"), fresh(".html")];
  const {stdout, stderr} = await runLab([
    ...["profile", "record", "--json", "-o", kept, "--"],
    ...[process.execPath, script(`${BLOCKS} console.log("its own");`)]
  ]);
  const {threads, files, dumps} = JSON.parse(stdout);
  assert.deepEqual([files, dumps, threads.length, /its own/.test(stderr)], [[kept], [], 1, true]);
  assert.ok(
    threads[0].findings.some(
      ({rule, verdict}: Record<string, string>) => rule === "blocked-loop" && verdict === "found"
    )
  );
  const report = await runLab(["profile", "record", "--from", kept, "-o", page]);
  assert.equal(report.code, 0, report.stderr);
  assert.match(report.stdout, /- Loop blocked .* by work/);
  assert.match(readFileSync(page, "utf8"), /<svg[^>]* class="timeline"/);
  assert.match((await runLab(["profile", "stats", kept])).stdout, /\bwork\b.*record-\d+\.cjs:1/);
  const cut = fresh(".json");
  writeFileSync(cut, readFileSync(kept, "utf8").slice(0, 3000));
  const refused = await runLab(["profile", "record", "--from", cut, "-o", fresh(".html")]);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /record-\d+\.json: not JSON: .*\n {2}it was cut off/);
});

test("names of functions are text in the report, whatever they say", async () => {
  const out = fresh(".html");
  const hostile = `</script><img src=x onerror="document.title='taken'">`;
  const program = script(
    `const o = {${JSON.stringify(hostile)}() { work(200); }}; setTimeout(() => o[${JSON.stringify(hostile)}](), 60); setTimeout(() => {}, 200);`
  );
  assert.equal((await runLab(["profile", "record", "-o", out, "--", process.execPath, program])).code, 0);
  const page = readFileSync(out, "utf8");
  assert.ok(page.includes("&lt;/script&gt;&lt;img"), "the name is there");
  assert.doesNotMatch(page, /<img/);
});

test("files are not replaced without --force, and that is said before the program starts", async () => {
  const [out, mark] = [fresh(".html"), fresh(".mark")];
  writeFileSync(out, "mine");
  const words = [process.execPath, script(`require("node:fs").writeFileSync(${JSON.stringify(mark)}, "");`)];
  const refused = await runLab(["profile", "record", "-o", out, "--", ...words]);
  assert.deepEqual([refused.code, readFileSync(out, "utf8"), existsSync(mark)], [2, "mine", false]);
  assert.match(refused.stderr, /exists already\n {2}--force replaces it/);
  assert.equal((await runLab(["profile", "record", "-o", out, "--force", "--", ...words])).code, 0);
  assert.match(readFileSync(out, "utf8"), /^<!doctype html>/);
});

test(
  "a signal to lab itself gets a dump of a program that is stuck, and Ctrl-C keeps what there is",
  unix,
  async () => {
    const out = fresh(".html");
    const program = script(
      'setTimeout(() => { console.log("stuck"); for (;;) work(10); }, 800); setInterval(() => {}, 20);'
    );
    const lab = startLab(["profile", "record", "--slice", "200ms", "-o", out, "--", process.execPath, program]);
    await new Promise((resolve) => lab.process.stdout!.once("data", resolve));
    lab.process.kill("SIGUSR2");
    await lab.saidOnError(/dump: asked for by a signal/);
    lab.process.kill("SIGINT");
    const {code, stderr} = await lab.ended;
    assert.equal(code, 130, stderr);
    assert.match(stderr, /no process answers: what they left before is taken/);
    assert.match(readFileSync(out.replace(".html", "-dump-1.html"), "utf8"), /class="timeline"/);
    assert.match(stderr, /kept in \S+\.html\n$/);
    assert.match(readFileSync(out, "utf8"), /by work/);
  }
);

test(
  "Ctrl-C in a terminal, which all processes of it get, ends the program and keeps what there is",
  unix,
  async () => {
    const out = fresh(".html");
    const program = script('setInterval(() => {}, 20); setTimeout(() => process.kill(process.pid, "SIGUSR2"), 300);');
    const words = ["profile", "record", "-o", out, "--", process.execPath, program];
    const lab = spawn(process.execPath, [BIN, ...words], {detached: true, stdio: ["ignore", "ignore", "pipe"]});
    let said = "";
    lab.stderr.setEncoding("utf8").on("data", (text) => {
      const before = said;
      said += text;
      if (/dump: asked for/.test(said) && !/dump: asked for/.test(before)) process.kill(-lab.pid!, "SIGINT");
    });
    const code = await new Promise((resolve) => lab.on("close", resolve));
    assert.equal(code, 130, said);
    assert.match(said, /kept in \S+record-\d+\.html\n$/);
    assert.match(readFileSync(out, "utf8"), /class="timeline"/);
  }
);

test("what cannot be right is refused with the way out", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [[], /what to run is missing\n {2}put it after --/],
    [["--slice", "1ms", "--", "node"], /must be from 200ms to 1m/],
    [["--signal", "SIGPROF", "--", "node"], /must be none or one of SIGUSR2, /],
    [["--slow", "1ms", "--", "node"], /must be 20ms or longer/],
    [["-o", "x.doc", "--", "node"], /x\.doc: its ending names no format/],
    [["--from", "none.json"], /none\.json: no such file/],
    [["--from", "package.json", "--", "node"], /runs nothing, got node/],
    [["--", "no-such-program"], /no such program: no-such-program/]
  ];
  for (const [args, message] of cases) {
    const {code, stdout, stderr} = await runLab(["profile", "record", ...args]);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
  }
});
