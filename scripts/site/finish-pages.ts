import {createHash} from "node:crypto";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {withDeferred} from "./deferred.js";

const INLINE_SCRIPT = /<script(?![^>]*\b(?:src|type="application\/json"))[^>]*>([\s\S]*?)<\/script>/g;

/** Puts back what was kept from Framework, and mends what it has no option for, in every page. @returns their paths */
export async function finishPages(out: string): Promise<string[]> {
  const files = await readdir(out, {recursive: true});
  const pages = files.filter((file) => file.endsWith(".html")).sort();
  for (const page of pages) {
    const path = join(out, page);
    await writeFile(path, finishPage(withDeferred(await readFile(path, "utf8"))));
  }
  return pages;
}

/**
 * Sets the language, lets readers zoom, adds a skip link and names for what has none, marks the link to the page
 * itself, and adds a content security policy that admits this page's own inline scripts by their hashes and
 * nothing from elsewhere.
 */
export function finishPage(html: string): string {
  return html
    .replace("<html>", '<html lang="en">')
    .replace(", maximum-scale=1", "")
    .replace("<body>", '<body>\n<a class="skip-link" href="#observablehq-main">Skip to the text</a>')
    .replace('<main id="observablehq-main"', '<main id="observablehq-main" tabindex="-1"')
    .replace('<input type="search"', '<input type="search" aria-label="Search"')
    .replace('<nav id="observablehq-sidebar"', '<nav id="observablehq-sidebar" aria-label="Pages"')
    .replace(/(<ol>\s*)(<label id="observablehq-sidebar-close"[^>]*><\/label>)([\s\S]*?<\/ol>)/, "$1$3\n  $2")
    .replace(/(<aside id="observablehq-toc"[^>]*>\s*<nav)>/, '$1 aria-label="On this page">')
    .replace(/(<footer id="observablehq-footer">\s*<nav)>/, '$1 aria-label="Previous and next page">')
    .replace(/<section([^>]*)>\s*<summary>([^<]*)<\/summary>\s*<ol>/g, namedSection)
    .replaceAll('observablehq-link-active"><a ', 'observablehq-link-active"><a aria-current="page" ')
    .replaceAll("<pre data-language", '<pre tabindex="0" data-language')
    .replace('<meta charset="utf-8">', `<meta charset="utf-8">\n${policy(html)}`);
}

/** A section of the sidebar: Framework names it by a `summary` outside of `details`, which is no element's name. */
function namedSection(_: string, attributes: string, name: string): string {
  const id = `section-${name.toLowerCase().replace(/\W+/g, "-")}`;
  return `<section${attributes}>\n    <div class="section-name" id="${id}">${name}</div>\n    <ol aria-labelledby="${id}">`;
}

function policy(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, script]) => `'sha256-${sha256(script!)}'`);
  const rules = [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'"
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
