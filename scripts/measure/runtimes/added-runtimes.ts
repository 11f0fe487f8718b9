import {mkdir, mkdtemp, readdir, rename, rm, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import process from "node:process";
import {ReaderError} from "../../errors.js";
import {cannotWrite} from "../../files.js";
import {lives} from "../../lives.js";
import {RUNTIMES} from "../../store.js";
import {type Spec, versionMatches} from "./choose.js";
import {npmInstall} from "./npm-install.js";
import {findIn} from "./programs.js";
import type {RuntimeHandle, RuntimeKind} from "./runtime.js";

/** Where npm has the programs: the package to install, and the folder in it that holds the program. */
const PACKAGES: Readonly<Record<string, {readonly name: string; readonly folder: string}>> = {
  node: {name: `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`, folder: "node-*/bin"},
  bun: {name: "bun", folder: "@oven/*/bin"},
  deno: {name: "deno", folder: "@deno/*"}
};

/** @throws ReaderError that says how else to get it, if it does not come from npm */
export function packageOf({name, install}: RuntimeKind): (typeof PACKAGES)[string] {
  const source = PACKAGES[name];
  if (source === undefined) throw new ReaderError(`${name} does not come from npm`, `to get it: ${install}`);
  return source;
}

/** What was installed, or was there already. */
export interface Added {
  readonly handle: RuntimeHandle;
  readonly folder: string;
  /** Whether it was there before. */
  readonly already: boolean;
}

/**
 * Installs a runtime from npm into a folder of its own, all or nothing: it takes its place when it has started and
 * said what it is.
 *
 * @throws ReaderError if npm has no such version, cannot be reached, or what it has does not start here
 * @throws Interrupted if `signal` was aborted; then nothing is left
 */
export async function addRuntime({kind, version}: Spec, signal: AbortSignal): Promise<Added> {
  const source = packageOf(kind);
  const temporary = await makeTemporary();
  try {
    await npmInstall(temporary, [`${source.name}@${version ?? "latest"}`], signal);
    const programs = await findIn([kind.name], [join(temporary, "node_modules", source.folder)]);
    const handles = await Promise.all(programs.map(kind.identify));
    const handle = handles.find((one) => one !== null);
    if (handle === undefined) throw new ReaderError(`the ${kind.name} that npm has does not start on this machine`);
    const folder = join(RUNTIMES, `${kind.name}@${handle.version}`);
    const already = !(await moved(temporary, folder));
    return {handle: {...handle, executable: handle.executable.replace(temporary, folder)}, folder, already};
  } finally {
    await rm(temporary, {recursive: true, force: true});
  }
}

/**
 * Deletes what `addRuntime` installed.
 *
 * @returns names of what is gone: `node@26.10.0`
 * @throws ReaderError that names what there is, if nothing matches
 */
export async function removeRuntimes({kind, version}: Spec): Promise<string[]> {
  const all = await addedNames();
  const gone = all.filter((name) => {
    const [its, itsVersion = ""] = name.split("@");
    return its === kind.name && versionMatches(itsVersion, version);
  });
  if (gone.length === 0) {
    throw new ReaderError(`${kind.name}${version === null ? "" : `@${version}`} was not added here`, [
      all.length === 0 ? "nothing was: what else is found came with the system" : `there are: ${all.join(", ")}`
    ]);
  }
  for (const name of gone) {
    const aside = join(RUNTIMES, `.${process.pid}-${name}`);
    await rename(join(RUNTIMES, name), aside);
    await rm(aside, {recursive: true, force: true});
  }
  return gone;
}

async function addedNames(): Promise<string[]> {
  const names = await readdir(RUNTIMES).catch(() => []);
  return names.filter((name) => /^\w+@\d/.test(name)).sort();
}

/** A folder named after this process, beside those that are finished; what a killed one left is deleted first. */
async function makeTemporary(): Promise<string> {
  try {
    await mkdir(RUNTIMES, {recursive: true});
    const left = (await readdir(RUNTIMES)).filter((name) => /^\.\d+-/.test(name));
    const dead = left.filter((name) => !lives(Number(/\d+/.exec(name)![0])));
    for (const name of dead) await rm(join(RUNTIMES, name), {recursive: true, force: true});
    const folder = await mkdtemp(join(RUNTIMES, `.${process.pid}-`));
    await writeFile(join(folder, "package.json"), JSON.stringify({name: basename(folder).slice(1), private: true}));
    return folder;
  } catch (error) {
    throw cannotWrite(RUNTIMES, error);
  }
}

/** @returns false if there was one already, which stays */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "ENOTEMPTY" || code === "EEXIST" || code === "EPERM") return false;
    throw cannotWrite(to, error);
  }
}
