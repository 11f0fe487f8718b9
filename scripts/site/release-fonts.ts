import {createHash} from "node:crypto";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

const FOLDER = "_file";
const SHEET = /^fonts\.[^/]*css$/;
const LINK = new RegExp(`<link rel="stylesheet" href="([./]*${FOLDER}/)fonts\\.[^"]*css">\\n?`);
const FACE = /font-display:block;src:url\(data:font\/woff2;base64,([^)]*)\)/g;

/**
 * Gives each font of a built site a file of its own, which pages ask for before they are painted. A font that comes too
 * late for the first painting is not used on that page (CSS Fonts Module Level 4, `font-display: optional`), so that
 * nothing moves when it comes; the next page has it.
 *
 * @param pages paths of the built pages
 */
export async function releaseFonts(out: string, pages: readonly string[]): Promise<void> {
  const folder = join(out, FOLDER);
  const sheet = (await readdir(folder)).find((name) => SHEET.test(name));
  if (sheet === undefined) throw new Error(`${folder}: expected the style sheet of the fonts`);
  const fonts = new Map<string, Buffer>();
  const css = (await readFile(join(folder, sheet), "utf8")).replace(FACE, (_, data: string) => {
    const font = Buffer.from(data, "base64");
    const name = `font.${createHash("sha256").update(font).digest("hex").slice(0, 8)}.woff2`;
    fonts.set(name, font);
    return `font-display:optional;src:url(${name})`;
  });
  await writeFile(join(folder, sheet), css);
  for (const [name, font] of fonts) await writeFile(join(folder, name), font);
  for (const page of pages) {
    const html = await readFile(join(out, page), "utf8");
    await writeFile(join(out, page), preloading(html, [...fonts.keys()]));
  }
}

function preloading(html: string, fonts: readonly string[]): string {
  return html.replace(LINK, (link, folder: string) => {
    const preloads = fonts.map(
      (name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${folder}${name}">\n`
    );
    return `${preloads.join("")}${link}`;
  });
}
