import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {delimiter, dirname, join} from "node:path";
import {promisify} from "node:util";
import {ReaderError} from "../../../errors.js";
import {shownPath} from "../../../shown-path.js";
import {cleanEnvironment} from "../environment.js";
import type {RuntimeHandle} from "../runtime.js";
import {program} from "./homes.js";

const TIMEOUT_MS = 120_000;

/** In English, because its messages are read here, and without the compiler that pays only after seconds. */
const FLAGS = ["-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1", "-encoding", "UTF-8", "-proc:none", "-nowarn"];

/** The compiler beside a `java`, whether it is there or not. */
export function javacOf({executable}: RuntimeHandle): string {
  return join(dirname(executable), program("javac"));
}

/**
 * Compiles Java files with the compiler of the Java that will run them.
 *
 * @param classes folders in which other classes are found
 * @param into an empty folder
 * @throws ReaderError that names the file and the line, or the Java that has no compiler
 */
export async function javac(
  handle: RuntimeHandle,
  files: readonly string[],
  classes: readonly string[],
  into: string
): Promise<void> {
  const compiler = javacOf(handle);
  if (!existsSync(compiler)) throw withoutCompiler(handle);
  const modules = handle.flags.filter((flag) => flag.startsWith("--add-modules="));
  const path = classes.length === 0 ? [] : ["-cp", classes.join(delimiter)];
  try {
    await promisify(execFile)(compiler, [...FLAGS, ...modules, ...path, "-d", into, ...files], {
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
      maxBuffer: 2 ** 22,
      env: cleanEnvironment(),
      windowsHide: true
    });
  } catch (error) {
    throw new ReaderError(problemOf(error as Error & {stderr?: string; killed?: boolean}, compiler), "", {
      cause: error
    });
  }
}

/** `…/Lab.java:12: error: ';' expected` is what the compiler says of the first mistake. */
function problemOf(
  {stderr = "", message, killed}: Error & {stderr?: string; killed?: boolean},
  compiler: string
): string {
  if (killed === true) return `${compiler}: did not compile within ${TIMEOUT_MS / 1000} s`;
  const [, file, line, what] = /^(.+\.java):(\d+): error: (.*)$/m.exec(stderr) ?? [];
  if (file !== undefined) return `${shownPath(file)}:${line}: ${what}`;
  const first = stderr.split("\n").find((text) => text.startsWith("error:")) ?? message.split("\n")[0];
  return `${compiler}: ${first}`;
}

function withoutCompiler({version, executable}: RuntimeHandle): ReaderError {
  return new ReaderError(`${executable}: Java ${version} has no compiler (javac): it is a runtime alone, not a JDK`, [
    `on Debian or Ubuntu: sudo apt install openjdk-${version.split(".")[0]}-jdk`,
    "elsewhere: https://adoptium.net"
  ]);
}
