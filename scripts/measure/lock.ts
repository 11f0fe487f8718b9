import {mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import process from "node:process";
import {ReaderError} from "../errors.js";
import {cannotWrite, removeFile} from "../files.js";
import {lives} from "../lives.js";
import {shownPath} from "../shown-path.js";
import {COMPILED, lockFile} from "../store.js";
import {endLeftovers} from "./leftovers.js";

/**
 * Does `work` while no other run measures: two at once would measure each other.
 *
 * @throws ReaderError if another living process holds the lock
 */
export async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  const file = lockFile();
  await take(file);
  try {
    return await work();
  } finally {
    await removeFile(file);
  }
}

async function take(file: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await mkdir(dirname(file), {recursive: true});
      return await writeFile(file, String(process.pid), {flag: "wx"});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannotWrite(file, error);
    }
    const holder = Number(await readFile(file, "utf8").catch(() => ""));
    if (lives(holder)) {
      throw new ReaderError(`another run is measuring (process ${holder}); two at once would measure each other`, [
        "wait until it ends, or stop it with Ctrl-C where it runs",
        `if that process is something else, delete ${shownPath(file)}`
      ]);
    }
    await endLeftovers(COMPILED);
    await removeFile(file);
  }
  throw new ReaderError("another run has just started to measure", "try again when it has ended");
}
