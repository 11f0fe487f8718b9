import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {HOSTILE} from "../hostile-data.js";
import {RECORDINGS} from "../recordings.js";
import type {SiteUnderTest} from "./site-under-test.js";

const PAGE = "reference/your-profiles.html";
const CPU = join(RECORDINGS, "orders", "node-26.cpuprofile");
const EARLIER = join(RECORDINGS, "orders", "node-24.cpuprofile");
const HEAP = join(RECORDINGS, "pages", "node-26-all.heapprofile");

/** Profiles that readers drop: good ones, two at once, broken and hostile ones. */
export function testYourProfiles(site: SiteUnderTest): void {
  test("a profile of the reader is drawn in the page, CPU or heap, and nothing is sent", async () => {
    const {page, faults} = await site.open(PAGE);
    const methods: string[] = [];
    page.on("request", (request) => methods.push(request.method()));
    await choose(page, CPU);
    assert.equal(await said(page), "node-26.cpuprofile is below.");
    assert.ok((await page.locator(".box text").allTextContents()).includes("bookDay"));
    await choose(page, HEAP);
    assert.match((await page.locator(".flame-picture text").allTextContents()).join(), /MB in all/);
    assert.equal(await page.locator("figure.flame-figure").count(), 1);
    assert.deepEqual([...new Set(methods)], ["GET"]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("two profiles are compared, in the order of their names; two of different kinds are not", async () => {
    const {page, faults} = await site.open(PAGE);
    await choose(page, CPU, EARLIER);
    assert.equal(await said(page), "node-24.cpuprofile → node-26.cpuprofile is below.");
    assert.equal(await page.locator("figure.flame-figure a").count(), 0);
    await refused(page, CPU, HEAP);
    assert.match((await said(page))!, /node-26\.cpuprofile: expected bytes like node-26-all\.heapprofile/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("a file that is broken, of another kind or hostile is named with the place, and runs nothing", async () => {
    const {page, faults} = await site.open(PAGE, {bypassCSP: true});
    const {nodes, ...rest} = JSON.parse(await readFile(CPU, "utf8"));
    nodes[1].callFrame.lineNumber = HOSTILE;
    for (const [text, pattern] of [
      ["", /mine\.cpuprofile: expected JSON/],
      ['{"nodes": [{"id": 1', /mine\.cpuprofile: expected JSON/],
      ['{"a": 1}', /mine\.cpuprofile: expected a \.cpuprofile or a \.heapprofile/],
      [JSON.stringify({nodes, ...rest}), /mine\.cpuprofile: nodes\[1\]\.callFrame\.lineNumber: expected/]
    ] as const) {
      await page.locator(".drop-status").evaluate((status) => status.replaceChildren());
      await page
        .locator("input[type=file]")
        .setInputFiles({name: "mine.cpuprofile", mimeType: "", buffer: Buffer.from(text)});
      await page.waitForFunction(() => /expected/.test(document.querySelector(".drop-status")!.textContent!));
      assert.match((await said(page))!, pattern);
    }
    assert.equal(await page.evaluate(() => "injected" in globalThis), false);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("names that try to break out of the picture are drawn as text", async () => {
    const {page, faults} = await site.open(PAGE, {bypassCSP: true});
    const profile = JSON.parse(await readFile(CPU, "utf8"));
    for (const node of profile.nodes) Object.assign(node.callFrame, {functionName: HOSTILE, url: HOSTILE});
    const buffer = Buffer.from(JSON.stringify(profile));
    await page.locator("input[type=file]").setInputFiles({name: `${HOSTILE}.cpuprofile`, mimeType: "", buffer});
    await page.locator("figure.is-live .box").first().click();
    await page.locator("figure.is-live .box.current").waitFor();
    assert.equal(await page.evaluate(() => "injected" in globalThis), false);
    assert.equal(await page.locator("[data-injected]").count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("Speedscope opens the file of the reader", async () => {
    const {page, faults} = await site.open(PAGE);
    await choose(page, CPU);
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", {name: "Open in Speedscope"}).click({modifiers: ["ControlOrMeta"]})
    ]);
    await opened.waitForFunction(() => /node-26\.cpuprofile/.test(document.title));
    assert.deepEqual(faults, []);
    await page.close();
  });
}

async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await say(page, files, /below/);
}

async function refused(page: Page, ...files: readonly string[]): Promise<void> {
  await say(page, files, /expected/);
}

/** Hands files over, and waits until the page says what came of them. */
async function say(page: Page, files: readonly string[], pattern: RegExp): Promise<void> {
  await page.locator(".drop-status").evaluate((status) => status.replaceChildren());
  await page.locator("input[type=file]").setInputFiles([...files]);
  await page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector(".drop-status")!.textContent!),
    pattern.source
  );
}

function said(page: Page): Promise<string | null> {
  return page.locator(".drop-status").textContent();
}
