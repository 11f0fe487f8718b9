import {extname, resolve} from "node:path";
import {ReaderError} from "../../errors.js";
import {writeAtomically} from "../../files.js";
import {shownPath} from "../../shown-path.js";
import {printableJson} from "../../terminal/printable.js";
import {refuseOverwrite} from "../formats/write-profile.js";
import {type Destination, keepSomewhere} from "../recording.js";

/** Columns of a report in a file, where no terminal is narrow. */
export const FILE_COLUMNS = 160;

/**
 * Where a report goes: chosen before the program runs, so that it cannot fail for a name at the end.
 *
 * @throws ReaderError if the ending is none of the two, or if the file exists
 */
export function reportDestination(out: string | undefined, force: boolean): Destination | undefined {
  if (out === undefined) return undefined;
  const file = resolve(out);
  const place = shownPath(file);
  if (![".json", ".txt"].includes(extname(file)))
    throw new ReaderError(`${place}: expected a name that ends in .txt or .json`, "a report is a text, or JSON");
  refuseOverwrite(file, force);
  return {file, place};
}

/** Writes a report as its ending says. @throws ReaderError if the system refuses */
export async function keepReport(to: Destination, lines: readonly string[], json: object): Promise<void> {
  const text = extname(to.file) === ".json" ? printableJson(JSON.stringify(json, null, 2)) : lines.join("\n");
  await keepSomewhere(to, ({file}) => writeAtomically(file, `${text}\n`));
}
