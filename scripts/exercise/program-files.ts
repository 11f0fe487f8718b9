import {readdirSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {ROOT} from "../store.js";
import type {Exercise} from "./exercises.js";

/** A file of the program that an exercise is about. */
export interface ProgramFile {
  /** Its name, without folders. */
  readonly name: string;
  readonly text: string;
}

/** The files of a program in JavaScript: the one that is started, and those beside it. */
export async function programFiles({source}: Pick<Exercise, "source">): Promise<ProgramFile[]> {
  const folder = join(ROOT, dirname(source));
  const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return Promise.all(names.sort().map(async (name) => ({name, text: await readFile(join(folder, name), "utf8")})));
}
