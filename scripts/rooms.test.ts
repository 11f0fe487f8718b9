import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {mkdir, readFile, realpath, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join, relative} from "node:path";
import process from "node:process";
import {before, test} from "node:test";
import {promisify} from "node:util";
import {ROOT} from "./store.js";
import {TEMPORARY} from "./temporary-data.js";

const HOUSE = join(TEMPORARY, "house");

/** Rooms, and what a file of theirs must not import. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "docs/lib/stats": ["vega", "node:fs", "fs", "#lib/lab.js", "../../../scripts/a.js", "../../components/a.js"],
  "labs/strings": [
    "valibot",
    "node:fs",
    "#lib/units.js",
    "../../scripts/a.js",
    "../shapes/a.js",
    "../../docs/lib/lab.js"
  ],
  "docs/components": ["../../scripts/a.js", "../../labs/strings/a.js", "#lib/units.js"],
  "scripts/site": ["../../labs/strings/a.js", "../../docs/components/a.js"]
};

const admitted: Readonly<Record<string, readonly string[]>> = {
  "docs/lib/stats": ["valibot", "./a.js", "../a.js"],
  "labs/strings": ["#lib/lab.js", "./a.js", "./a.wat"],
  "docs/components": ["../lib/units.js", "./a.js"],
  "scripts/site": ["node:fs", "#lib/units.js", "../a.js", "vega"]
};

const cycle = ["docs/lib", "labs/strings", "docs/components", "scripts"];

let complaints: ReadonlyMap<string, readonly string[]>;

before(async () => {
  const config = JSON.parse(await readFile(join(ROOT, "biome.json"), "utf8"));
  await write("biome.json", JSON.stringify({...config, $schema: undefined, vcs: undefined}));
  for (const table of [refused, admitted])
    for (const [room, modules] of Object.entries(table))
      for (const module of modules) await write(fileOf(room, module), `import {a} from "${module}";\n\na();\n`);
  for (const room of cycle) {
    await write(`${room}/round.ts`, 'import {trip} from "./trip.js";\n\nexport const round = () => trip();\n');
    await write(`${room}/trip.ts`, 'import {round} from "./round.js";\n\nexport const trip = () => round();\n');
  }
  complaints = await lint(HOUSE);
});

for (const [room, modules] of Object.entries(refused))
  for (const module of modules)
    test(`the linter refuses that ${room} imports ${module}`, () => {
      const rules = complaints.get(fileOf(room, module)) ?? [];
      assert.ok(
        rules.some((rule) => /noRestrictedImports|noNodejsModules/.test(rule)),
        rules.join()
      );
    });

for (const [room, modules] of Object.entries(admitted))
  for (const module of modules)
    test(`${room} may import ${module}`, () => assert.deepEqual(complaints.get(fileOf(room, module)) ?? [], []));

for (const room of cycle)
  test(`the linter refuses a cycle in ${room}`, () => {
    assert.ok(complaints.get(`${room}/round.ts`)?.includes("lint/suspicious/noImportCycles"));
  });

function fileOf(room: string, module: string): string {
  return `${room}/imports-${Buffer.from(module).toString("hex")}.ts`;
}

async function write(place: string, text: string): Promise<void> {
  await mkdir(dirname(join(HOUSE, place)), {recursive: true});
  await writeFile(join(HOUSE, place), text);
}

/** @returns the rules that each file breaks */
async function lint(folder: string): Promise<Map<string, string[]>> {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."];
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: folder}).catch(
    (failure: {stdout: string}) => failure
  );
  const rules = new Map<string, string[]>();
  const root = await realpath(folder);
  for (const [, rule = "", path = ""] of stdout.matchAll(/title=([^,]+),file=([^,]+)/g)) {
    const file = relative(root, path);
    rules.set(file, [...(rules.get(file) ?? []), rule]);
  }
  return rules;
}
