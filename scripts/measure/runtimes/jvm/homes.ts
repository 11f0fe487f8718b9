import {execFile} from "node:child_process";
import {readdir, realpath} from "node:fs/promises";
import {homedir} from "node:os";
import {basename, delimiter, dirname, join} from "node:path";
import {promisify} from "node:util";

/**
 * Where a Java may be: what JAVA_HOME names, the `java` on PATH, and the folders where systems, SDKMAN and installers
 * put them. Each once, by its real path; nothing has looked yet whether they are what their name says.
 *
 * The folders of macOS and Windows come from the installers' documentation and were never tried.
 */
export async function javaHomes(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Promise<string[]> {
  const lists = await Promise.all([
    named(env),
    onPath(env, platform),
    ...foldersOfHomes(env, platform).map(homesIn),
    platform === "darwin" ? registeredHomes() : []
  ]);
  const real = await Promise.all(lists.flat().map((home) => realpath(home).catch(() => null)));
  return [...new Set(real.filter((home) => home !== null))];
}

/** The name of the program that starts a Java, or compiles for it. */
export function program(name: "java" | "javac", platform: NodeJS.Platform): string {
  return platform === "win32" ? `${name}.exe` : name;
}

/**
 * The home that a program belongs to: a path, or a name that is looked up on PATH. Often that is a link to a link.
 *
 * @returns null if there is no such program, or it is not called java
 */
export async function homeOf(executable: string, {PATH = ""}: NodeJS.ProcessEnv): Promise<string | null> {
  const isPath = /[/\\]/.test(executable);
  const files = isPath ? [executable] : PATH.split(delimiter).map((folder) => join(folder, executable));
  for (const file of files) {
    const real = await realpath(file).catch(() => null);
    if (real !== null) return /^java(\.exe)?$/.test(basename(real)) ? dirname(dirname(real)) : null;
  }
  return null;
}

async function named({JAVA_HOME}: NodeJS.ProcessEnv): Promise<string[]> {
  return JAVA_HOME === undefined || JAVA_HOME === "" ? [] : [JAVA_HOME];
}

/** The `java` that macOS itself has in /usr/bin is none: it asks the reader to install one. */
async function onPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Promise<string[]> {
  const home = await homeOf(program("java", platform), env);
  return home === null || (platform === "darwin" && home === "/usr") ? [] : [home];
}

function foldersOfHomes(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const home = homedir();
  const ofReader = [join(env.SDKMAN_DIR ?? join(home, ".sdkman"), "candidates/java"), join(home, ".jdks")];
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA && join(env.LOCALAPPDATA, "Programs")];
    const makers = ["Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft"];
    return [...ofReader, ...roots.flatMap((root) => (root ? makers.map((maker) => join(root, maker)) : []))];
  }
  return [...ofReader, "/usr/lib/jvm", "/usr/java", "/opt/java", "/usr/local/lib/jvm"];
}

async function homesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
}

/** What macOS knows: paths in the last column, one home a line. */
async function registeredHomes(): Promise<string[]> {
  const {stderr} = await promisify(execFile)("/usr/libexec/java_home", ["-V"], {timeout: 900}).catch(() => ({
    stderr: ""
  }));
  return [...stderr.matchAll(/\s(\/\S.*)$/gm)].map(([, path]) => path!);
}
