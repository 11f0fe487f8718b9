import {readdir, rm} from "node:fs/promises";
import {ReaderError} from "../errors.js";
import {shownPath} from "../shown-path.js";

/** What Framework leaves in every site that it builds, and in nothing else. */
const MARK = "_observablehq";

/**
 * Deletes an earlier build.
 *
 * @throws ReaderError if the folder holds anything else: it is not ours to delete
 */
export async function deleteBuild(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries.length > 0 && !entries.includes(MARK)) {
    const place = shownPath(folder);
    throw new ReaderError(
      `--out: ${place} holds files that no build of the site made`,
      "name an empty folder or an earlier build"
    );
  }
  await rm(folder, {recursive: true, force: true});
}
