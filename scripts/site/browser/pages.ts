import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {delayFonts} from "./late-fonts.js";
import type {SiteUnderTest} from "./site-under-test.js";

/** The sum of layout shifts while a page loads; web.dev calls up to 0.1 good. */
const MOST_SHIFT = 0.02;

/** A table of which the last rows come later than the first gives its narrow columns other widths, and a row a line. */
const MOST_SHIFT_OF_NARROW_COLUMNS = 0.05;

/** What holds for every page, with JavaScript and without. */
export function testPages(site: SiteUnderTest): void {
  test("every page loads without an error, without moving, asks no other host, and says the same without JavaScript", async () => {
    const missing: string[] = [];
    await site.eachPage(async (path) => {
      const {page, faults} = await site.open(path);
      assert.equal(await page.locator(".observablehq--error").count(), 0, path);
      assert.deepEqual(faults, [], path);
      const shift = await layoutShift(page);
      assert.ok(shift <= MOST_SHIFT, `${path} moved by ${shift}`);
      const said = await textsOf(page);
      await page.close();
      const plain = await site.open(path, {javaScriptEnabled: false});
      const saidPlainly = new Set(await textsOf(plain.page));
      await plain.page.close();
      missing.push(...said.filter((text) => !saidPlainly.has(text)).map((text) => `${path}: ${text}`));
    });
    assert.deepEqual(missing, []);
  });

  for (const {viewport, most} of [
    {viewport: {width: 1280, height: 720}, most: MOST_SHIFT},
    {viewport: {width: 360, height: 740}, most: MOST_SHIFT_OF_NARROW_COLUMNS}
  ]) {
    test(`fonts that come late move a page ${viewport.width} pixels wide by ${most} at most`, async () => {
      await site.eachPage(async (path) => {
        const page = await site.browser().newPage({viewport});
        await delayFonts(page);
        const late = page.waitForResponse(/\.woff2$/);
        await page.goto(new URL(path, site.url()).href, {waitUntil: "networkidle"});
        assert.equal((await late).status(), 200);
        await page.evaluate(() => document.fonts.ready.then(() => {}));
        const shift = await layoutShift(page);
        assert.ok(shift <= most, `${path} moved by ${shift}`);
        await page.close();
      });
    });
  }

  test("without JavaScript a lesson shows charts, verdicts, numbers, and the command for a terminal", async () => {
    const {page} = await site.open("lessons/strings.html", {javaScriptEnabled: false});
    const text = (await page.locator("main").textContent()) ?? "";
    assert.match(text, /(holds|fails|undecided)/);
    assert.match(text, /takes [\d.,]+× the time of/);
    assert.match(text, /Node 24 on your machine/);
    assert.match(text, /npx lab run strings/);
    assert.ok(await page.locator("figure.chart svg").first().isVisible());
    assert.ok(!(await page.locator(".run-lab button").first().isVisible()));
    await page.close();
  });

  test("the theme that a reader chose is there before the next page is painted", async () => {
    const {page} = await site.open("index.html");
    await page.locator(".theme-switch").click();
    const chosen = await page.locator("html").getAttribute("data-theme");
    await page.goto(`${site.url()}lessons/strings.html`, {waitUntil: "commit"});
    await page.waitForSelector("main");
    assert.equal(await page.locator("html").getAttribute("data-theme"), chosen);
    await page.close();
  });
}

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    const shifts = observer.takeRecords() as (PerformanceEntry & {readonly value: number})[];
    return shifts.reduce((sum, {value}) => sum + value, 0);
  });
}

/** What answers to a reader: questions, forms, and what stands over a chart until its question is answered. */
const CONTROLS =
  "form, .predict, .calibration, .telling-cover, [role=status], [aria-live], button, input, select, output";

/** The texts that can be read on a page, one for each paragraph, item, cell and heading, without its controls. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(
    (controls) =>
      [...document.querySelectorAll("main :is(p, li, dt, dd, h1, h2, h3, th, td, figcaption, pre)")]
        .filter((element) => element.checkVisibility() && !element.closest(controls))
        .map((element) => {
          const copy = element.cloneNode(true) as Element;
          for (const control of copy.querySelectorAll(controls)) control.remove();
          return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
        })
        .filter((text) => text !== ""),
    CONTROLS
  );
}
