import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {FORMAT} from "#lib/result.js";
import {runLab, writeLab} from "../lab-process.js";
import {shownPath} from "../shown-path.js";
import {TEMPORARY} from "../temporary-data.js";

const lab = writeLab("sums.ts");
const shown = (name: string) => shownPath(join(TEMPORARY, name));

/** What standard error says of a command that measures nothing and exits with 2. */
async function refusal(args: readonly string[], data?: string): Promise<string> {
  const {code, stdout, stderr} = await runLab(["run", ...args], data);
  assert.equal(code, 2, stderr);
  assert.equal(stdout, "");
  assert.doesNotMatch(stderr, /\n {4}at |block 1/, "neither a stack nor a measurement");
  return stderr;
}

test("an unknown flag is refused with the nearest one", async () => {
  assert.equal(await refusal([lab, "--quik"]), "lab: unknown option '--quik'\n  did you mean --quick?\n");
});

test("an unknown variant is refused with the nearest one, an unknown size with all", async () => {
  assert.equal(
    await refusal([lab, "--variant", "reduse"]),
    "--variant: no variant reduse\n  did you mean reduce? there are: loop, reduce\n"
  );
  assert.equal(await refusal([lab, "--size", "60"]), "--size: no size 60\n  there are: 50, 500\n");
});

test("a lab that does not exist is refused with the nearest one, a missing file as a file", async () => {
  assert.match(await refusal(["strigns"]), /^no lab and no file strigns\n {2}did you mean strings\? there are: /);
  const missing = join(TEMPORARY, "missing.ts");
  assert.equal(await refusal([missing]), `${shown("missing.ts")}: no such file\n`);
});

test("a file that is no lab is refused with what is missing", async () => {
  await writeFile(join(TEMPORARY, "empty.ts"), "export default {};\n");
  assert.equal(
    await refusal([join(TEMPORARY, "empty.ts")]),
    `${shown("empty.ts")}: setup: expected a function (size, random) => input\n`
  );
});

test("a file that never ends to load is stopped", async () => {
  await writeFile(join(TEMPORARY, "endless.ts"), "export default {};\nfor (;;);\n");
  assert.equal(
    await refusal([join(TEMPORARY, "endless.ts"), "--timeout", "500ms"]),
    `${shown("endless.ts")}: gave no answer within 0.5 s and was stopped\n`
  );
});

test("a place for the result that cannot be written is refused before anything is measured", async () => {
  const out = join(TEMPORARY, "missing/r.json");
  assert.equal(
    await refusal([lab, "--out", out]),
    `--out: ${shown("missing/r.json")}: no such folder\n  make it first\n`
  );
  assert.match(await refusal(["strings", "shapes", "--out", out]), /^--out takes one lab, got 2\n/);
});

test("two labs of one name are refused, because one result would replace the other", async () => {
  const twin = writeLab("other/sums.ts");
  assert.match(
    await refusal([lab, twin]),
    /sums\.ts and .*other\/sums\.ts are both named sums\n {2}run them one by one/
  );
});

test("a result of a newer format is neither overwritten nor set aside", async () => {
  const data = join(TEMPORARY, "newer");
  const file = join(data, "local/sums.json");
  const text = JSON.stringify({format: FORMAT + 1});
  await mkdir(join(data, "local"), {recursive: true});
  await writeFile(file, text);
  const message = await refusal([lab], data);
  assert.match(
    message,
    /sums\.json: format: expected at most 1, got 2\n {2}written by a newer Hotpath: update this one\n$/
  );
  assert.equal(await readFile(file, "utf8"), text);
  assert.ok(!existsSync(join(data, "local/.lock")));
});

test("a runtime that is none, is not there or is named wrongly is refused with the way to get one", async () => {
  assert.match(await refusal([lab, "--runtime", "/no/such/node"]), /^--runtime: no such program: \/no\/such\/node\n/);
  assert.match(
    await refusal([lab, "--runtime", "/bin/cat"]),
    /^--runtime: expected a runtime that can measure, got \/bin\/cat\n {2}give the path of one of these: node, /
  );
  assert.match(await refusal([lab, "--with", "nodde@26"]), /^no runtime nodde@26\n {2}did you mean node\?/);
  assert.match(
    await refusal([lab, "--with", "node@1"]),
    /^--with: node@1 was not found on this machine\n {2}there are: .*\n {2}to get it: lab runtimes add node@1\n$/
  );
  assert.match(
    await refusal([lab, "--with", "node", "--runtime", "node"]),
    /'--runtime <path>' cannot be used with option '--with /
  );
});
