import {execFile} from "node:child_process";
import {constants} from "node:fs";
import {access, readdir, realpath, stat} from "node:fs/promises";
import {homedir} from "node:os";
import {delimiter, join, resolve} from "node:path";
import process from "node:process";
import {promisify} from "node:util";
import {sameRuntime} from "../../store.js";
import {cleanEnvironment} from "./environment.js";
import type {RuntimeHandle} from "./runtime.js";

/** A program that has not said by then what it is, is taken to hang. Long, for a busy machine makes all of them slow. */
const PATIENCE_MS = 8000;

/**
 * Programs of these names: in the folders of PATH, then in those of `places`, each file once.
 *
 * @param places folders; `*` in a segment stands for any text, a leading `~` for the home of the reader
 * @returns paths, as they were found: what a link points to may behave otherwise under its own name
 */
export async function findPrograms(names: readonly string[], places: readonly string[]): Promise<string[]> {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return findIn(names, [...onPath, ...places]);
}

/** As `findPrograms`, without those of PATH. */
export async function findIn(names: readonly string[], places: readonly string[]): Promise<string[]> {
  const folders = (await Promise.all(places.map(foldersLike))).flat();
  const suffix = process.platform === "win32" ? ".exe" : "";
  const files = folders.flatMap((folder) => names.map((name) => resolve(folder, name + suffix)));
  const real = await Promise.all(files.map(startable));
  return files.filter((_, index) => real[index] !== null && real.indexOf(real[index]!) === index);
}

/** Folders that a pattern stands for, in the order of their names. */
async function foldersLike(pattern: string): Promise<string[]> {
  const [root = "", ...segments] = pattern.replace(/^~(?=\/)/, homedir()).split(/[\\/]/);
  let found = [root === "" ? "/" : `${root}/`];
  for (const segment of segments) found = (await Promise.all(found.map((folder) => within(folder, segment)))).flat();
  return found;
}

async function within(folder: string, segment: string): Promise<string[]> {
  if (!segment.includes("*")) return [join(folder, segment)];
  const [before = "", after = ""] = segment.split("*");
  const entries = await readdir(folder).catch(() => []);
  const matching = entries.filter((name) => name.startsWith(before) && name.endsWith(after));
  return matching.sort().map((name) => join(folder, name));
}

/** Where a program really is; null if it is not there, or not to be started. */
async function startable(file: string): Promise<string | null> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile() ? await realpath(file) : null;
  } catch {
    return null;
  }
}

/** Whether two paths lead to one file. */
export async function sameFile(a: string, b: string): Promise<boolean> {
  const [real, other] = await Promise.all([startable(a), startable(b)]);
  return real !== null && real === other;
}

/** What a program says when it is started with these arguments; null if it fails, is missing or hangs. */
export async function askProgram(
  executable: string,
  args: readonly string[],
  patienceMs = PATIENCE_MS
): Promise<{stdout: string; stderr: string} | null> {
  try {
    return await promisify(execFile)(executable, args, {
      timeout: patienceMs,
      killSignal: "SIGKILL",
      env: cleanEnvironment(),
      windowsHide: true
    });
  } catch {
    return null;
  }
}

/** Runtimes by version, the newest last; of those that cannot be told apart, the one that was found first. */
export function newestLast(found: readonly (RuntimeHandle | null)[]): RuntimeHandle[] {
  const handles = found.filter((handle) => handle !== null);
  return handles
    .filter((handle, index) => handles.findIndex((other) => sameRuntime(other, handle)) === index)
    .sort((a, b) => a.version.localeCompare(b.version, "en", {numeric: true}));
}
