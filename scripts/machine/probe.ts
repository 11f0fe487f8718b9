import {execFile} from "node:child_process";
import {readdir, readFile} from "node:fs/promises";

/** No probe takes longer. */
const limitMs = 1000;

/** The text of a file, trimmed; undefined if it cannot be read in time. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, {encoding: "utf8", signal: AbortSignal.timeout(limitMs)});
    return text.trim();
  } catch {
    return undefined;
  }
}

/** The names in a folder; none if it cannot be read. */
export async function readNames(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch {
    return [];
  }
}

/**
 * What a command prints, trimmed; undefined if it does not exist, fails without printing, or takes longer
 * than a second.
 */
export function outputOf(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = {timeout: limitMs, killSignal: "SIGKILL", windowsHide: true, maxBuffer: 1 << 20} as const;
    try {
      const child = execFile(command, [...args], options, (error, stdout) => {
        const text = stdout.trim();
        resolve(error?.killed === true || text === "" ? undefined : text);
      });
      child.stdin?.end();
    } catch {
      resolve(undefined);
    }
  });
}
