import {createHash} from "node:crypto";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

/** Not a module: Framework would make it one. */
const SOURCE = fileURLToPath(new URL("service-worker.js", import.meta.url));

/**
 * Puts the service worker into a built site, with a digest of all its pages, which name all else by digests: a site
 * that was built anew has another worker, and a browser then forgets what it kept of the old one.
 *
 * @param pages paths of the built pages, finished
 */
export async function writeServiceWorker(out: string, pages: readonly string[]): Promise<void> {
  const digest = createHash("sha256");
  for (const page of pages) digest.update(await readFile(join(out, page)));
  const source = await readFile(SOURCE, "utf8");
  await writeFile(join(out, "service-worker.js"), source.replace("BUILD", digest.digest("hex").slice(0, 12)));
}
