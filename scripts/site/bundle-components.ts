import {readFile, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {transform} from "esbuild";
import {type GetModuleInfo, type OutputChunk, rollup} from "rollup";

/** Where Framework puts the modules of the site's components, a request each. */
const FOLDER = "_import/components";
const ENTRY = new RegExp(`<script type="module" src="[./]*${FOLDER}/([^"]+)"`);
const PRELOAD = /<link rel="modulepreload" href="([./]*)_import\/([^"]+)">\n?/g;

/**
 * Makes few files of many modules: one for what every page starts with, one for each feature that is loaded when a
 * page uses it, and one for what features share. Pages ask for the first and the last at once.
 *
 * @param pages paths of the built pages
 */
export async function bundleComponents(out: string, pages: readonly string[]): Promise<void> {
  const texts = new Map<string, string>();
  for (const page of pages) texts.set(page, await readFile(join(out, page), "utf8"));
  const entries = new Set([...texts.values()].flatMap((html) => ENTRY.exec(html)?.[1] ?? []));
  const folder = resolve(out, FOLDER);
  const chunks = await bundle(folder, [...entries]);
  for (const {fileName, code} of chunks) await writeFile(join(folder, fileName), await minified(code));
  for (const [page, html] of texts) await writeFile(join(out, page), preloading(html, chunks));
}

/** Overwrites the entries; everything else gets a name of its own. */
async function bundle(folder: string, entries: readonly string[]): Promise<OutputChunk[]> {
  const build = await rollup({
    input: entries.map((entry) => join(folder, entry)),
    external: (id) => id.includes("/_observablehq/"),
    onLog: () => {}
  });
  const {output} = await build.generate({
    dir: folder,
    entryFileNames: (chunk) => `${chunk.name}.js`,
    chunkFileNames: "[name]-[hash].js",
    manualChunks: (id, {getModuleInfo}) => (startsOf(id, getModuleInfo).size > 1 ? "shared" : undefined)
  });
  await build.close();
  return output.filter((part) => part.type === "chunk");
}

/** The modules from which a module is reached by static imports, and which are themselves loaded on demand or first. */
function startsOf(id: string, infoOf: GetModuleInfo, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const {isEntry, importers, dynamicImporters} = infoOf(id)!;
  const own = isEntry || dynamicImporters.length > 0 ? [id] : [];
  return new Set([...own, ...importers.flatMap((importer) => [...startsOf(importer, infoOf, seen)])]);
}

async function minified(code: string): Promise<string> {
  return (await transform(code, {minify: true, format: "esm", target: "es2022"})).code;
}

/** The page with links to what its own entry needs in place of links to modules that are bundled now. */
function preloading(html: string, chunks: readonly OutputChunk[]): string {
  const entry = chunks.find(({fileName}) => fileName === ENTRY.exec(html)?.[1]);
  if (entry === undefined) return html;
  const needed = [entry.fileName, ...entry.imports.filter((name) => chunks.some(({fileName}) => fileName === name))];
  let written = false;
  return html.replace(PRELOAD, (_, up: string) => {
    if (written) return "";
    written = true;
    return needed.map((name) => `<link rel="modulepreload" href="${up}${FOLDER}/${name}">\n`).join("");
  });
}
