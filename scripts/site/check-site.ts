import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, join, normalize} from "node:path";
import {ReaderError} from "../errors.js";

const BROKEN_CELL = /observablehq--error[^>]*>([^<]*)/;
const LOADED = /<(?:script|link|img|source|iframe)\b[^>]*\b(?:src|href)="((?:https?:)?\/\/[^"]*)"/g;
const LINK = /<(?:a|link|script|img)\b[^>]*?\b(?:href|src)="([^"]*)"/g;

/**
 * Reads every built page: Framework publishes broken cells and dead links without a word.
 *
 * @throws ReaderError that lists every broken cell, foreign request and dead link
 */
export async function checkSite(out: string, pages: readonly string[]): Promise<void> {
  const texts = new Map<string, string>();
  for (const page of pages) texts.set(page, withoutScripts(await readFile(join(out, page), "utf8")));
  const faults = [...texts].flatMap(([page, html]) => [
    ...brokenCells(page, html),
    ...foreignRequests(page, html),
    ...deadLinks(out, page, texts)
  ]);
  if (faults.length > 0) throw new ReaderError("the built site is broken", faults);
}

function withoutScripts(html: string): string {
  return html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
}

function brokenCells(page: string, html: string): string[] {
  const found = BROKEN_CELL.exec(html);
  return found === null ? [] : [`${page}: a cell is broken: ${found[1]}`];
}

function foreignRequests(page: string, html: string): string[] {
  return [...html.matchAll(LOADED)].map(([, url]) => `${page}: loads from another host: ${url}`);
}

function deadLinks(out: string, page: string, texts: ReadonlyMap<string, string>): string[] {
  const links = [...texts.get(page)!.matchAll(LINK)].map(([, link]) => link!.replaceAll("&amp;", "&"));
  return links
    .filter((link) => !/^\w+:/.test(link))
    .flatMap((link) => {
      const [path = "", anchor] = partsOf(link);
      const target = path === "" ? page : normalize(join(dirname(page), path));
      if (target.startsWith("..") || !existsSync(join(out, target))) return [`${page}: dead link: ${link}`];
      const html = texts.get(target);
      const found = !anchor || html === undefined || html.includes(`id="${anchor}"`);
      return found ? [] : [`${page}: no such place: ${link}`];
    });
}

/** The path and the anchor of a link, as a file and an element are named; what is asked of the page is left out. */
function partsOf(link: string): (string | undefined)[] {
  const [address = "", anchor] = link.split("#");
  const [path] = address.split("?");
  return [path, anchor].map((part) => part && decodeURIComponent(part));
}
