import assert from "node:assert/strict";
import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {test} from "node:test";
import {pathToFileURL} from "node:url";
import {ReaderError} from "../errors.js";
import {shownPath} from "../shown-path.js";
import {TEMPORARY} from "../temporary-data.js";
import {compileLab, type LabModule} from "./compile.js";

const LAB = `export default {
  question: "?", sizes: [1], setup: () => 1, baseline: "a",
  variants: {a() { const named = () => 1; return named(); }}
};\n`;

async function compileText(name: string, text: string): Promise<LabModule> {
  const file = join(TEMPORARY, name);
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, text);
  return compileLab(file);
}

/** The message for a file in the temporary folder, with its path as it is shown. */
async function refusal(name: string, text: string): Promise<string> {
  const error = await compileText(name, text).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof ReaderError, String(error));
  return error.message;
}

const shown = (name: string) => shownPath(join(TEMPORARY, name));

test("a lab becomes one plain module that describes and measures", async () => {
  const {path, hash, name} = await compileText("plain.ts", LAB.replace("const named", "const named: () => number"));
  const module = await import(pathToFileURL(path).href);
  assert.equal(module.describe().question, "?");
  assert.equal(typeof module.measureFork, "function");
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.equal(name, "plain");
});

test("names are not kept: closures run as they were written", async () => {
  const {text} = await compileText("plain.ts", LAB);
  assert.ok(text.includes("const named = () => 1;"));
  assert.ok(!/__name|keepNames/.test(text));
});

test("a lab that was compiled with kept names is refused, with the way out", async () => {
  const text = `const __name = (f) => f;\n${LAB.replace("() => 1;", '__name(() => 1, "named");')}`;
  assert.equal(await refusal("kept.js", text), `${shown("kept.js")}: the text contains "__name("`);
});

test("the hash is that of the code: another comment keeps it, another kernel does not", async () => {
  const {hash} = await compileText("hashed.ts", LAB);
  assert.equal((await compileText("hashed.ts", `// another comment\n${LAB}`)).hash, hash);
  assert.notEqual((await compileText("hashed.ts", LAB.replace("() => 1;", "() => 2;"))).hash, hash);
});

test("a JavaScript file is a lab as well", async () => {
  assert.equal((await compileText("script.mjs", LAB)).name, "script");
  assert.equal((await compileText("script.js", LAB)).name, "script");
});

test("a file that is missing is named", async () => {
  const missing = join(TEMPORARY, "missing.ts");
  await assert.rejects(compileLab(missing), {name: "ReaderError", message: `${shown("missing.ts")}: no such file`});
});

test("a syntax error is named by file, line and column, both from one", async () => {
  assert.equal(
    await refusal("syntax.ts", "export default {\n  question: ?\n};\n"),
    `${shown("syntax.ts")}:2:13: Unexpected "?"`
  );
});

test("an import that does not exist is named where it stands", async () => {
  const message = await refusal("imports.ts", `import {x} from "./nowhere.js";\n${LAB}x();`);
  assert.equal(message, `${shown("imports.ts")}:1:17: Could not resolve "./nowhere.js"`);
});

test("a file without a default export is told what is expected, also one that exports nothing at all", async () => {
  for (const [name, text] of [
    ["named.ts", "export const lab = 1;\n"],
    ["script.js", "const lab = 1;\n"],
    ["nothing.ts", ""]
  ] as const) {
    assert.equal(await refusal(name, text), `${shown(name)}: expected a default export: the lab`);
  }
});

test("a folder is no lab", async () => {
  await mkdir(join(TEMPORARY, "folder.js"));
  const message = `${shown("folder.js")}: expected a file, got a folder`;
  await assert.rejects(compileLab(join(TEMPORARY, "folder.js")), {name: "ReaderError", message});
});

test("a lab outside of the project may use its own packages, CommonJS, and modules of Node's by either name", async () => {
  const [folder, text] = [join(TEMPORARY, "own/node_modules/sums"), LAB.replace("export default", "module.exports =")];
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, "package.json"), '{"name": "sums", "main": "lib/sums.js"}');
  await mkdir(join(folder, "lib"));
  await writeFile(join(folder, "lib/sums.js"), "exports.sum = (a, b) => a + b;\n");
  const imports = 'import {sum} from "sums";\nimport {freemem} from "os";\nsum(1, freemem());\n';
  assert.match((await compileText("own/uses.js", imports + LAB)).text, /from "os"/);
  assert.match((await compileText("own/common.cjs", text)).text, /describe/);
});

test("WebAssembly text beside a lab is assembled, with SIMD", async () => {
  await writeFile(
    join(TEMPORARY, "good.wat"),
    '(module (func (export "f") (result i32) (i32x4.extract_lane 0 (v128.const i32x4 42 0 0 0))))'
  );
  const {path} = await compileText(
    "assembles.ts",
    'import bytes from "./good.wat";\nexport default {question: new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f(), setup() {}, variants: {}};'
  );
  assert.equal((await import(pathToFileURL(path).href)).describe().question, 42);
});

test("an error in WebAssembly text names the text's own line", async () => {
  await writeFile(join(TEMPORARY, "bad.wat"), "(module\n  (func (result i32)\n    i32.nonsense))\n");
  const message = await refusal("assembles.ts", `import bytes from "./bad.wat";\n${LAB}bytes;`);
  assert.equal(message, `${shown("bad.wat")}:3:5: unexpected token i32.nonsense, expected ).`);
});

test("a lab is named after its folder or file, never like another core lab", async () => {
  const nameOf = async (file: string) => (await compileText(file, LAB)).name;
  assert.equal(await nameOf("my-sorting/lab.ts"), "my-sorting");
  assert.equal(await nameOf("strings/lab.ts"), "strings-by-path");
  assert.equal(await nameOf("strings.ts"), "strings-by-path");
  assert.equal(await nameOf("__odd näme!.ts"), "odd-n-me-");
  assert.equal(await nameOf("ü.ts"), "lab");
});
