import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Writes a text to a file outside of the project, hands its path over, and deletes it when that is done. */
export async function withTemporaryFile<Value>(
  name: string,
  text: string,
  use: (file: string) => Promise<Value>
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "lab-"));
  try {
    const file = join(folder, name);
    await writeFile(file, text);
    return await use(file);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
