import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {TEMPORARY} from "../temporary-data.js";
import {makeLab} from "./make-lab.js";

const QUESTION = "Is `Math.max` slower than a loop?";

function filesIn(folder: string) {
  return {lab: join(TEMPORARY, folder, "labs/it/lab.ts"), lesson: join(TEMPORARY, folder, "lessons/it.md")};
}

test("the lab and its page ask the question, and the page shows the lab by its name", async () => {
  const files = filesIn("good");
  await makeLab("it", QUESTION, files);
  assert.match(await readFile(files.lab, "utf8"), /^ {2}question: "Is `Math\.max` slower than a loop\?",$/m);
  const page = await readFile(files.lesson, "utf8");
  assert.match(page, /^# Is `Math\.max` slower than a loop\?$/m);
  for (const directive of ["predict it spread at=10000", "run it at=10000", "chart it at=10000", "claims it"]) {
    assert.ok(page.includes(`\`\`\`${directive}\n`), directive);
  }
  assert.doesNotMatch(page, /__NAME__|__QUESTION__/);
});

test("a name that is no name for a folder and a page is refused before anything is written", async () => {
  for (const name of [
    "",
    "Array",
    "a--b",
    "-a",
    "a/b",
    "../a",
    "a.b",
    "a_b",
    "1a",
    "a".repeat(41),
    "all",
    "local",
    "index",
    "con",
    "lpt1",
    "é"
  ]) {
    const files = filesIn("names");
    await assert.rejects(makeLab(name, QUESTION, files), {name: "ReaderError"}, name);
    assert.ok(!existsSync(files.lab) && !existsSync(files.lesson), name);
  }
});

test("a question that would break the file or the heading is refused", async () => {
  for (const question of [
    "",
    "short?",
    'Is "a" fast, or not?',
    "Is a\nfast?",
    "Is a \\ fast?",
    "No question.",
    `${"x".repeat(200)}?`
  ]) {
    await assert.rejects(makeLab("it", question, filesIn("questions")), {message: /^--question: /}, question);
  }
});

test("neither a folder nor a page that is there is touched", async () => {
  const files = filesIn("taken");
  await mkdir(join(TEMPORARY, "taken/lessons"), {recursive: true});
  await writeFile(files.lesson, "mine");
  await assert.rejects(makeLab("it", QUESTION, files), {message: /lessons\/it\.md: is there already$/});
  assert.equal(await readFile(files.lesson, "utf8"), "mine");
  assert.ok(!existsSync(files.lab));
});

test("when the page cannot be written, no folder is left behind", async () => {
  const files = {...filesIn("half"), lesson: join(TEMPORARY, "half/file/it.md")};
  await mkdir(join(TEMPORARY, "half"), {recursive: true});
  await writeFile(join(TEMPORARY, "half/file"), "");
  await assert.rejects(makeLab("it", QUESTION, files), {message: /cannot be written/});
  assert.ok(!existsSync(join(TEMPORARY, "half/labs/it")));
});
