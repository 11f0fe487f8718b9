import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {toJsonSchema} from "@valibot/to-json-schema";
import {Result} from "#lib/result.js";
import {writeAtomically} from "./files.js";
import {DATA} from "./store.js";

/** The committed JSON Schema of result files. */
export const SCHEMA_FILE = join(DATA, "result.schema.json");

/** The JSON Schema of a result file, made from the validator itself. */
export function schemaText(): string {
  const schema = toJsonSchema(Result, {typeMode: "input", errorMode: "ignore"});
  return `${JSON.stringify({...schema, title: "Hotpath result, format 1"}, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeAtomically(SCHEMA_FILE, schemaText());
