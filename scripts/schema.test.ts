import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {schemaText} from "./schema.js";
import {ROOT} from "./store.js";

test("data/result.schema.json is what the validator says: if not, npm run schema", async () => {
  assert.equal(await readFile(join(ROOT, "data/result.schema.json"), "utf8"), schemaText());
});
