import {realpath} from "node:fs/promises";
import {basename, dirname} from "node:path";
import process from "node:process";
import {managed, placed} from "../places.js";
import {findPrograms} from "../programs.js";

/** Where systems and installers put Javas: those of macOS and Windows as their makers tell, never tried. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Library/Java/JavaVirtualMachines/*/Contents/Home/bin",
    "~/Library/Java/JavaVirtualMachines/*/Contents/Home/bin",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home/bin"
  ],
  win32: ["Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto"].map((maker) =>
    placed("ProgramFiles", "C:/Program Files", `${maker}/*/bin`)
  ),
  linux: ["/usr/lib/jvm/*/bin", "/usr/java/*/bin", "/opt/java/*/bin"]
};

/**
 * Where a Java may be: what JAVA_HOME names, those on PATH, and the folders where systems, version managers and
 * editors put them. Each once, by its real path; nothing has looked yet whether they are what their name says.
 */
export async function javaHomes(): Promise<string[]> {
  const programs = await findPrograms(
    ["java"],
    [
      placed("JAVA_HOME", "/usr/lib/jvm/default-java", "bin"),
      placed("SDKMAN_DIR", "~/.sdkman", "candidates/java/*/bin"),
      "~/.jdks/*/bin",
      ...managed("java"),
      ...(PLACES[process.platform] ?? [])
    ]
  );
  const homes = await Promise.all(programs.map(homeOf));
  return [...new Set(homes.filter((home) => home !== null))];
}

/**
 * The home that a program belongs to: a path, or a name that is looked up on PATH. Often that is a link to a link.
 *
 * @returns null if there is no such program, or it is none of a Java: the one in /usr/bin of macOS only asks the reader
 *   to install one
 */
export async function homeOf(executable: string): Promise<string | null> {
  const file = /[/\\]/.test(executable) ? executable : (await findPrograms([executable], []))[0];
  const real = file === undefined ? null : await realpath(file).catch(() => null);
  if (real === null || !/^java(\.exe)?$/.test(basename(real))) return null;
  const home = dirname(dirname(real));
  return process.platform === "darwin" && home === "/usr" ? null : home;
}

/** The name of the program that starts a Java, or compiles for it. */
export function program(name: "java" | "javac"): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}
