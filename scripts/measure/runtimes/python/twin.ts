import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {basename, dirname, extname, join, resolve} from "node:path";
import {ROOT, writeCompiled} from "../../../store.js";
import {type CompiledLab, labName} from "../../compile.js";

/** Where the program is that answers questions about labs in Python. */
export const HARNESS = join(ROOT, "scripts/measure/runtimes/python");

/** What is timed around a lab. */
const MEASURING = join(HARNESS, "hotpath");

interface Twin {
  readonly source: string;
  /** Text of the lab and of those beside it that it may import, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly hash: string;
}

/** `hash` of `RuntimeKind`. */
export async function hashOfTwin(source: string): Promise<string | null> {
  return (await readTwin(source))?.hash ?? null;
}

/** `compile` of `RuntimeKind`: a copy of the twin, so that an edit cannot reach a run that is under way. */
export async function compileTwin(source: string): Promise<CompiledLab | null> {
  const twin = await readTwin(source);
  if (twin === null) return null;
  const name = await labName(resolve(source));
  const folder = `${name}-${twin.hash.slice(0, 12)}-python`;
  const written = [...twin.files].map(async ([file, text]) => writeCompiled(join(folder, file), text));
  const paths = await Promise.all(written);
  const path = paths.find((file) => basename(file) === basename(twin.source))!;
  return {name, source: twin.source, path, hash: twin.hash};
}

/** `lab.py` beside `lab.ts` with the other Python files of its folder; `name.py` beside `name.ts`, alone. */
async function readTwin(source: string): Promise<Twin | null> {
  const file = resolve(source);
  const twin = join(dirname(file), `${basename(file, extname(file))}.py`);
  if (!existsSync(twin)) return null;
  const folder = dirname(twin);
  const names = basename(twin) === "lab.py" ? await pythonFiles(folder) : [basename(twin)];
  const [files, measuring] = await Promise.all([
    textsOf(folder, names),
    textsOf(MEASURING, await pythonFiles(MEASURING))
  ]);
  const hash = createHash("sha256").update(JSON.stringify([...measuring, ...files]));
  return {source: twin, files, hash: hash.digest("hex")};
}

async function pythonFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".py")).sort();
}

async function textsOf(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
  return new Map(await Promise.all(texts));
}
