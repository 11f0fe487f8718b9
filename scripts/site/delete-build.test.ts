import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {ReaderError} from "../errors.js";
import {deleteBuild} from "./delete-build.js";

const folder = await mkdtemp(join(tmpdir(), "hotpath-delete-"));
after(() => rm(folder, {recursive: true, force: true}));

test("a folder with other files is never deleted, whoever names it", async () => {
  const precious = join(folder, "precious");
  await mkdir(precious);
  await writeFile(join(precious, "thesis.txt"), "years of work");
  await assert.rejects(deleteBuild(precious), ReaderError);
  assert.ok(existsSync(join(precious, "thesis.txt")));
});

test("an earlier build is deleted; an empty or missing folder is no error", async () => {
  const built = join(folder, "dist");
  await mkdir(join(built, "_observablehq"), {recursive: true});
  await deleteBuild(built);
  assert.ok(!existsSync(built));
  await deleteBuild(built);
  await mkdir(built);
  await deleteBuild(built);
});
