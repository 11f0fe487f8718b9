import assert from "node:assert/strict";
import {writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {test} from "node:test";
import {pathToFileURL} from "node:url";
import {transform} from "esbuild";
import {functionRows} from "#lib/profile/function-rows.js";
import {syntheticProfile} from "#lib/profile/synthetic-profile.js";
import {readProfile} from "./formats/read-profile.js";
import {recordProfile} from "./formats/recorded-profile.js";
import {withSources} from "./with-sources.js";

const SOURCE = `type Until = number;

export function spinsForLong(until: Until): number {
  let sum = 0;
  while (performance.now() < until) sum += Math.sqrt(sum + 1);
  return sum;
}

console.log(spinsForLong(performance.now() + 60));
`;

test("a minified program is told by the names and lines of its source, from a map inside of it", async () => {
  const options = {loader: "ts", minify: true, sourcemap: "inline", sourcefile: "long.ts"} as const;
  const {code} = await transform(`${SOURCE}export default 1;`, {...options, format: "esm"});
  const profile = await withSources(await readProfile(await recordProfile("cpu", code)));
  const row = functionRows(profile).find(({frame}) => frame.name === "spinsForLong");
  assert.ok(row !== undefined, profile.frames.map(({name}) => name).join());
  assert.match(row.frame.file, /long\.ts$/);
  assert.equal(row.frame.line, 3);
});

test("a map beside the code is found without a link, and one that is broken leaves the frames, and a note", async () => {
  const folder = dirname(await recordProfile("cpu", "1"));
  const code = join(folder, "code.js");
  const {map} = await transform(SOURCE, {loader: "ts", sourcemap: "external", sourcefile: "code.ts"});
  await writeFile(code, "x");
  const profile = syntheticProfile({[`spinsForLong (${pathToFileURL(code).href}:1:29)`]: 5});
  assert.equal(await withSources(profile).then(({frames}) => frames[0]!.file), pathToFileURL(code).href);
  await writeFile(`${code}.map`, map);
  const mapped = await withSources(profile);
  assert.match(mapped.frames[0]!.file, /code\.ts$/);
  await writeFile(`${code}.map`, "{");
  const broken = await withSources(profile);
  assert.deepEqual(broken.frames, profile.frames);
  assert.match(broken.notes[0]!, /^the source map of file:.*code\.js cannot be used: /);
});

test("files of no machine, of another one and of none are left alone", async () => {
  for (const file of [
    "node:fs",
    "https://example.org/a.js",
    "file://host/a.js",
    "//host/a.js",
    "",
    "a.js",
    "/dev/zero"
  ]) {
    const profile = syntheticProfile({[`f (${file}:1:1)`]: 5});
    assert.deepEqual((await withSources(profile)).frames, profile.frames, file);
  }
});
