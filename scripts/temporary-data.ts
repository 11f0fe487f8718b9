import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";

/** A folder that is deleted when the test file ends. Imported first, it also takes the place of data/. */
export const TEMPORARY = mkdtempSync(join(tmpdir(), "hotpath-test-"));

process.env.HOTPATH_DATA = join(TEMPORARY, "data");
process.on("exit", () => rmSync(TEMPORARY, {recursive: true, force: true}));
