import {join, resolve} from "node:path";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {terminal} from "../terminal.js";
import {bundleComponents} from "./bundle-components.js";
import {checkSite} from "./check-site.js";
import {startDeferring} from "./deferred.js";
import {deleteBuild} from "./delete-build.js";
import {finishPages} from "./finish-pages.js";
import {prepare} from "./prepare.js";
import {releaseFonts} from "./release-fonts.js";
import {copyShippedFiles} from "./shipped-files.js";
import {writeServiceWorker} from "./write-service-worker.js";

/** What a build has left. */
export interface BuiltSite {
  readonly out: string;
  readonly pages: readonly string[];
}

/**
 * Builds the whole site, without a network, from the results that are there.
 *
 * @param out folder to write; what it holds is deleted first
 * @throws ReaderError if a page asks for what does not exist, or if a page is broken
 */
export async function buildSite({out}: {out: string}): Promise<BuiltSite> {
  await prepare();
  await deleteBuild(out);
  startDeferring();
  const config = {...(await readConfig()), output: resolve(out)};
  const log: string[] = [];
  const keep = (...values: unknown[]) => void log.push(values.join(" "));
  await build(
    {config},
    new FileBuildEffects(config.output, join(config.root, ".observablehq", "cache"), {
      logger: {log: keep, warn: keep, error: keep},
      output: {write: keep}
    })
  );
  const pages = await finishPages(out);
  await bundleComponents(out, pages);
  await releaseFonts(out, pages);
  await copyShippedFiles(out);
  await writeServiceWorker(out, pages);
  await checkSite(out, pages);
  terminal.tell(`${pages.length} pages are in ${out}`);
  return {out, pages};
}
