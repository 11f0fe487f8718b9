import {readdir} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {ROOT} from "../store.js";

/** The files of a twin's language in its folder, as paths from the project's folder. */
export async function filesBeside(twin: string, extension: string): Promise<string[]> {
  const folder = dirname(twin);
  const names = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort();
  return names.map((name) => relative(ROOT, join(folder, name)).replaceAll("\\", "/"));
}
