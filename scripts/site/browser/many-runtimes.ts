import assert from "node:assert/strict";
import {join} from "node:path";
import {before, describe, test} from "node:test";
import type {Locator} from "playwright-core";
import {MOST_BYTES} from "../../bench/site-table.js";
import {visitPage} from "../../bench/visit-page.js";
import {buildOffline} from "../build-offline.js";
import {writeSyntheticData} from "../synthetic-data.js";
import {withManyRuntimes} from "../synthetic-runtimes.js";
import {ratioChart} from "./charts.js";
import {type SiteUnderTest, siteUnderTest} from "./site-under-test.js";

const LESSON = "lessons/strings.html";

/** The pages when eight more runtimes have measured, and some of them in another language. */
export function testManyRuntimes(folder: string): void {
  describe("with results of many runtimes", () => {
    const out = join(folder, "many");
    const data = join(folder, "many-data");
    before(async () => {
      await writeSyntheticData(data, withManyRuntimes);
      await buildOffline(out, data);
    });
    testManyPages(siteUnderTest(out));
  });
}

export function testManyPages(site: SiteUnderTest): void {
  test("every page loads without an error, and none is wider than a narrow screen", async () => {
    await site.eachPage(async (path) => {
      const {page, faults} = await site.open(path, {viewport: {width: 360, height: 740}});
      assert.deepEqual(faults, [], path);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, path);
      await page.close();
    });
  });

  test("a lesson is as light as with few", async () => {
    for (const path of site.pages().filter((path) => path.startsWith("lessons/"))) {
      const {gzipped} = await visitPage(site.browser(), new URL(path, site.url()).href);
      assert.ok(gzipped <= MOST_BYTES, `${path}: ${gzipped} bytes`);
    }
  });

  test("a chart starts with three environments and says how many more there are", async () => {
    const {page} = await site.open(LESSON);
    const chart = await ratioChart(page);
    assert.deepEqual(await shownIn(chart), ["Node 24 on nowhere", "Node 26 on nowhere", "Node 24 on your machine"]);
    assert.match((await chart.locator(".chart-more > summary").textContent()) ?? "", /^[1-9]\d* more$/);
    await page.close();
  });

  test("a runtime that is chosen in one chart is drawn there, in the charts below, and on the next page", async () => {
    const {page, faults} = await site.open(LESSON);
    const chart = await ratioChart(page);
    await choose(chart, "Bun 1.3 on nowhere");
    await chart.locator('.chart-drawing[data-live=""]').waitFor();
    assert.ok((await drawnIn(chart)).includes("Bun 1.3 on nowhere"));
    const second = page.locator("figure.chart[data-size]").nth(1);
    await second.scrollIntoViewIfNeeded();
    await second.locator('.chart-drawing[data-live=""]').waitFor();
    assert.ok((await drawnIn(second)).includes("Bun 1.3 on nowhere"));
    await page.goto(`${site.url()}lessons/typed-arrays.html`, {waitUntil: "networkidle"});
    const next = await ratioChart(page);
    await next.scrollIntoViewIfNeeded();
    await next.locator('.chart-drawing[data-live=""]').waitFor();
    assert.ok((await drawnIn(next)).includes("Bun 1.3 on nowhere"));
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("what is not shown can be read in the numbers behind the chart, and in a fold below each claim", async () => {
    const {page} = await site.open(LESSON, {javaScriptEnabled: false});
    const chart = page.locator("figure.chart[data-size]").first();
    assert.match((await chart.locator(".chart-table tbody").textContent()) ?? "", /Deno 2 on nowhere/);
    const fold = page.locator(".claim-others", {hasText: "Deno 2.5.0"}).first();
    assert.match(
      (await fold.locator("summary").textContent()) ?? "",
      /^\d+ more: it (holds|fails|is undecided) in (each|\d)/
    );
    await fold.locator("summary").click();
    assert.ok(await fold.getByText("Deno 2.5.0 on nowhere").isVisible());
    await page.close();
  });
}

async function choose(chart: Locator, label: string): Promise<void> {
  await chart.locator(".chart-more > summary").press("Enter");
  await chart.getByLabel(label, {exact: true}).press("Space");
}

function shownIn(chart: Locator): Promise<string[]> {
  return chart.locator(".chart-layers label:has(input:checked)").allTextContents();
}

/** The labels of the layers that the drawing has, and that are not hidden. */
async function drawnIn(chart: Locator): Promise<string[]> {
  const boxes = await chart.locator(".chart-layers label:not([hidden])").all();
  const drawn: string[] = [];
  for (const box of boxes) {
    const key = await box.locator("input").inputValue();
    const marks = chart.locator(`g[class*=" ${key}_estimates"]:not([display])`);
    if ((await marks.count()) > 0) drawn.push((await box.textContent()) ?? "");
  }
  return drawn;
}
