import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {basename, join} from "node:path";

/** A Java file. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** The Java files of a folder, in the order of their names. */
export async function sourcesIn(folder: string): Promise<Source[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".java")).sort();
  return Promise.all(
    names.map(async (name) => ({file: join(folder, name), text: await readFile(join(folder, name), "utf8")}))
  );
}

/** SHA-256 of names and texts, hexadecimal: wherever the checkout is, the same. */
export function hashOf(sources: readonly Source[]): string {
  const named = sources.map(({file, text}) => [basename(file), text]);
  return createHash("sha256").update(JSON.stringify(named)).digest("hex");
}
