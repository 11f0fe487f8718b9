import {resolve} from "node:path";
import {checkResult} from "#lib/result.js";
import {writeAtomically} from "../files.js";
import {mergeShards} from "../measure/merge-shards.js";
import {resultText} from "../measure/saved-runs.js";
import {shownPath} from "../shown-path.js";
import {readResult} from "../store.js";
import {printable} from "../terminal/printable.js";
import {terminal} from "../terminal.js";

/** `lab merge`. */
export async function mergeCommand(files: readonly string[], out: string): Promise<void> {
  const parts = await Promise.all(files.map(async (file) => ({file, result: await readResult(file)})));
  const whole = checkResult(mergeShards(parts), "the whole");
  await writeAtomically(resolve(out), resultText(whole));
  const processes = whole.runs.reduce((sum, {forks}) => sum + forks.length, 0);
  const place = shownPath(out);
  terminal.tell(printable(`${files.length} parts with ${processes} processes are one result in ${place}`));
}
