import assert from "node:assert/strict";
import {readdirSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname} from "node:path";
import {describe, test} from "node:test";
import {readProfile} from "./profile/formats/read-profile.js";
import {checkListingFile} from "./profile/lines/listing-file.js";
import {manifestFile, readManifest, recordedPrograms, recordingFile, sourceHash} from "./recordings/manifest.js";
import {RECIPES} from "./recordings/recipes.js";
import {withoutPaths} from "./recordings/without-paths.js";

for (const program of recordedPrograms()) {
  describe(`the recordings of ${program}`, () => {
    const recordings = readManifest(program);

    test("are those that there are recipes for, and there are no other files", () => {
      const files = recordings.map(({file}) => file);
      const expected = RECIPES.filter((recipe) => recipe.program === program).map(({file}) => file);
      assert.deepEqual([...files].sort(), expected.sort());
      const present = readdirSync(dirname(manifestFile(program))).filter((file) => file !== "recordings.json");
      assert.deepEqual(present.sort(), [...files].sort());
    });

    for (const {file, of, hash} of recordings) {
      test(`${file} is of ${of} as it is now`, async () => {
        assert.equal(hash, await sourceHash(program, of), `${of} has changed: npm run recordings -- ${program}`);
      });

      test(`${file} is small and names no folder of the machine that made it`, async () => {
        const text = await readFile(recordingFile(program, file), "utf8");
        assert.ok(text.length < 300_000, `${text.length} bytes`);
        assert.doesNotMatch(text, /(?:file:\/\/)?\/(?:home|root|Users|tmp|work|opt|usr)\//);
      });

      if (file.endsWith(".txt")) continue;
      test(`${file} can be read`, async () => {
        const path = recordingFile(program, file);
        if (file.startsWith("lines-")) {
          const {functions} = checkListingFile(JSON.parse(await readFile(path, "utf8")), file);
          assert.ok(functions.every(({lines}) => lines.length > 1));
        } else assert.ok((await readProfile(path)).tree.frame.length > 1);
      });
    }
  });
}

test("each program with a recipe has recordings", () => {
  assert.deepEqual(recordedPrograms(), [...new Set(RECIPES.map(({program}) => program))].sort());
});

test("a folder is taken out of paths and of addresses, the longer one first", () => {
  const text = "file:///a/b/app.js /a/b/c/x.py /a/bc/y /q/r/lib/python3.12/json.py /s/node@26/bin/node";
  const expected = "app.js python/x.py /a/bc/y lib/python3.12/json.py bin/node";
  assert.equal(withoutPaths(text, {"/a/b": "", "/a/b/c": "python"}), expected);
});
