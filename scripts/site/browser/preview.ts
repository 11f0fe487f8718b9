import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {mkdtempSync} from "node:fs";
import {readFile, rm, utimes} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import type {Page} from "playwright-core";
import {writeAtomically} from "../../files.js";
import {ROOT} from "../../store.js";
import {writeSyntheticData} from "../synthetic-data.js";
import type {SiteUnderTest} from "./site-under-test.js";

interface Preview {
  readonly url: string;
  end(): void;
}

/** The site as `npm run docs` serves it. Here, and not in a file of its own: two builds at once share a cache. */
export function testPreview(site: SiteUnderTest): void {
  describe("in a preview", () => {
    const data = mkdtempSync(join(tmpdir(), "hotpath-preview-"));
    let preview: Preview;

    before(async () => {
      await writeSyntheticData(data);
      preview = await startDocs(data);
    });
    after(async () => {
      preview?.end();
      await rm(data, {recursive: true, force: true});
    });

    test("an open page follows new results by itself, without an error", async () => {
      const page = await site.browser().newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      const introduced = untilIntroduced(page);
      await page.goto(`${preview.url}lessons/strings.html`);
      await introduced;
      await page.evaluate(() => Object.assign(globalThis, {stillHere: true}));
      const local = join(data, "local", "strings.json");
      await writeAtomically(local, (await readFile(local, "utf8")).replaceAll("2026-01-01", "2026-02-03"));
      await untilShown(page, "2026-02-03", local);
      assert.equal(await page.evaluate(() => "stillHere" in globalThis), true, "the page was reloaded");
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      assert.deepEqual(errors, []);
      await page.close();
    });
  });
}

/** A page that changes before the preview has welcomed it is rightly loaded anew. */
async function untilIntroduced(page: Page): Promise<void> {
  const socket = await page.waitForEvent("websocket");
  await socket.waitForEvent("framereceived", ({payload}) => payload.includes('"welcome"'));
}

/** Framework 1.13.4 misses a change that comes while it prepares to watch a page that it has just welcomed: so, as runs do, write again. */
async function untilShown(page: Page, text: string, local: string): Promise<void> {
  const again = setInterval(() => void utimes(local, new Date(), new Date()), 2000);
  try {
    await page.waitForFunction((day) => document.querySelector("figcaption")?.textContent?.includes(day), text);
  } finally {
    clearInterval(again);
  }
}

function startDocs(data: string): Promise<Preview> {
  const args = [join(ROOT, "scripts", "bin.mjs"), "docs", "--port", "4700"];
  const child = spawn(process.execPath, args, {cwd: ROOT, env: {...process.env, HOTPATH_DATA: data}});
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const url = /http:\/\/\S+/.exec(printed)?.[0];
      if (url !== undefined) resolve({url, end: () => void child.kill()});
    });
    child.on("close", () => reject(new Error(printed)));
  });
}
