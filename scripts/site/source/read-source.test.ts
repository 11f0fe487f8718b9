import assert from "node:assert/strict";
import {mkdtempSync} from "node:fs";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {source} from "../directives/source.js";
import {readSource, twinsOf} from "./read-source.js";

const folder = mkdtempSync(join(tmpdir(), "hotpath-source-"));
const start = process.cwd();
const plain = (text: string) => `<pre><code>${text}</code></pre>`;

before(async () => {
  await mkdir(join(folder, "labs", "text"), {recursive: true});
  await writeFile(join(folder, "labs/text/ways.ts"), region("//", "plus", "one") + region("//", "join", "two"));
  const folded = "# region reduce\nzwei\n# endregion\n";
  await writeFile(
    join(folder, "labs/text/lab.py"),
    region("#", "plus", "eins") + region("#", "only-here", "x") + folded
  );
  await writeFile(
    join(folder, "labs/text/Lab.java"),
    region("    //", "plus", "    uno") + region("//", "join", "due")
  );
  process.chdir(folder);
});

after(async () => {
  process.chdir(start);
  await rm(folder, {recursive: true, force: true});
});

test("a region of the same name in the Python and the Java of the lab is a twin, wherever it stands there", () => {
  const twins = twinsOf(readSource("labs/text/ways.ts#plus"));
  assert.deepEqual(
    twins.map(({language, lines}) => [language, ...lines]),
    [
      ["python", "eins"],
      ["java", "uno"]
    ]
  );
  assert.deepEqual(
    twinsOf(readSource("labs/text/ways.ts#join")).map(({path}) => path),
    ["labs/text/Lab.java"]
  );
  assert.deepEqual(twinsOf(readSource("labs/text/ways.ts")), []);
});

test("in Python a region may be marked as editors of Python fold it, and an end that is missing is asked for in that way", async () => {
  assert.deepEqual(readSource("labs/text/lab.py#reduce").lines, ["zwei"]);
  await writeFile(join(folder, "labs/text/open.py"), "# region plus\neins\n");
  assert.throws(() => readSource("labs/text/open.py#plus"), {hint: ["add a line # endregion"]});
});

test("code with twins comes in tabs, each with its file; code without comes alone", () => {
  const page = {};
  const tabs = source(given("labs/text/ways.ts#plus"), page, plain);
  assert.deepEqual(
    [...tabs.matchAll(/<figcaption><code>([^<]+)/g)].map(([, path]) => path),
    ["labs/text/ways.ts", "labs/text/lab.py", "labs/text/Lab.java"]
  );
  assert.equal(tabs.match(/role="tab"/g)?.length, 3);
  assert.doesNotMatch(source(given("labs/text/lab.py#only-here"), page, plain), /role="tab"/);
});

test("two groups of tabs on a page share no id; the same page rendered again has the same ids", () => {
  const ids = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  const render = (page: object) =>
    ids(source(given("labs/text/ways.ts#plus"), page, plain) + source(given("labs/text/ways.ts#join"), page, plain));
  const [first, second] = [render({}), render({})];
  assert.equal(new Set(first).size, first.length);
  assert.deepEqual(first, second);
});

test("what differs from another region is marked, and said in words; a twin that lacks that region is not marked", () => {
  const html = source(given("labs/text/ways.ts#plus", "join"), {}, plain);
  const [typescript, python, java] = html.split('role="tabpanel"').slice(1);
  assert.match(typescript!, /<mark>one<\/mark>/);
  assert.match(typescript!, /No line is in <code>join<\/code>/);
  assert.doesNotMatch(python!, /<mark>|join/);
  assert.match(java!, /<mark>uno<\/mark>/);
});

function region(comment: string, name: string, line: string): string {
  return `${comment} #region ${name}\n${line}\n${comment} #endregion\n`;
}

function given(address: string, against?: string) {
  return {positional: [address], named: new Map(against === undefined ? [] : [["against", against]])};
}
