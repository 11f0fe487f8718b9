import {existsSync} from "node:fs";
import {readFile, rm} from "node:fs/promises";
import {dirname} from "node:path";
import {ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {shownPath} from "../shown-path.js";

/** Words that commands, the site and the folders of data give another meaning. */
const TAKEN = new Set(["all", "local", "reference", "compiled", "imported", "evidence", "runtimes", "index"]);
/** Names that Windows keeps for devices: no file or folder can have them, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Where the two files of a lab are. */
export interface LabFiles {
  readonly lab: string;
  readonly lesson: string;
}

/**
 * Makes a lab folder and its page from a template that can be measured as it is.
 *
 * @throws ReaderError if the name is no name for a lab, or either is there already; then nothing is written
 */
export async function makeLab(name: string, question: string, {lab, lesson}: LabFiles): Promise<void> {
  checkName(name);
  checkQuestion(question);
  for (const place of [dirname(lab), lesson]) {
    if (!existsSync(place)) continue;
    throw new ReaderError(`${shownPath(place)}: is there already`, "choose another name: nothing was written");
  }
  const [code, page] = await Promise.all(["lab.ts.txt", "lesson.md"].map(template));
  const heading = question.replace(/[*_{}[\]<>#|$]/g, "\\$&");
  await writeAtomically(
    lab,
    code!.replace("__QUESTION__", () => JSON.stringify(question))
  );
  try {
    await writeAtomically(
      lesson,
      page!.replaceAll("__NAME__", name).replace("__QUESTION__", () => heading)
    );
  } catch (error) {
    await rm(dirname(lab), {recursive: true, force: true});
    throw error;
  }
}

function checkName(name: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new ReaderError(`${name}: expected a kebab-case name of at most 40 letters, digits and -`, [
      "it becomes the name of a folder and of a page: array-or-set"
    ]);
  }
  if (DEVICE.test(name)) throw new ReaderError(`${name}: is a device on Windows, and no file`, "choose another name");
  if (TAKEN.has(name)) throw new ReaderError(`${name}: means something else to lab`, "choose another name");
}

function checkQuestion(question: string): void {
  if (/^[^\p{Cc}"\\]{9,199}\?$/u.test(question)) return;
  throw new ReaderError('--question: expected a line of 10 to 200 characters without " and \\ that ends with ?', [
    "code stands between backticks: `Is \\`+=\\` slower than \\`join\\`?`"
  ]);
}

async function template(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), "utf8");
}
