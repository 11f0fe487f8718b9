import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import type {Locator, Page} from "playwright-core";
import type {SiteUnderTest} from "./site-under-test.js";

const LESSON = "lessons/strings.html";

/** Charts, in the hands of a reader: layers, the live view, files. */
export function testCharts(site: SiteUnderTest): void {
  test("a layer is switched by mouse and by keyboard, in the drawing that was built and in the live one", async () => {
    const {page, faults} = await site.open(LESSON);
    const chart = await ratioChart(page);
    const box = chart.locator(".chart-layers input").first();
    const marks = chart.locator('g[class*=" environment_0_"]').first();
    await box.click();
    await marks.waitFor({state: "hidden"});
    await box.press("Space");
    await marks.waitFor({state: "visible"});
    await box.press("Space");
    await marks.waitFor({state: "hidden"});
    await chart.locator(".chart-drawing").focus();
    await chart.locator('.chart-drawing[data-live=""]').waitFor();
    assert.ok(!(await marks.isVisible()), "still off in the live view");
    await box.click();
    await marks.waitFor({state: "visible"});
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("nothing of Vega is loaded until a pointer rests on a chart; then it is live in the same box, and nothing moves", async () => {
    const {page, faults} = await site.open(LESSON);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    assert.deepEqual(await loaded(page, /vega/), []);
    const chart = await ratioChart(page);
    const before = await boxesOf(chart);
    await watchShifts(page);
    await chart.locator(".chart-drawing").hover();
    await chart.locator('.chart-drawing[data-live=""] svg').waitFor();
    assert.ok(asked.some((url) => /vega/.test(url)));
    assert.deepEqual(await boxesOf(chart), before);
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => (window as unknown as {shifts: number}).shifts), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("a live mark shows its tooltip under the pointer, and by the arrow keys", async () => {
    const {page} = await site.open(LESSON);
    const chart = await ratioChart(page);
    const drawing = chart.locator(".chart-drawing");
    await drawing.focus();
    await chart.locator('.chart-drawing[data-live=""]').waitFor();
    await chart.locator('[role="graphics-symbol"][aria-label*="×"]').nth(1).hover();
    const tooltip = page.locator("#vg-tooltip-element.visible");
    assert.match((await tooltip.textContent()) ?? "", /interval/);
    await page.mouse.move(1, 1);
    await drawing.focus();
    await page.keyboard.press("ArrowRight");
    assert.match((await page.evaluate(() => document.activeElement?.ariaLabel)) ?? "", /×.*to/);
    assert.match((await tooltip.textContent()) ?? "", /interval/);
    await page.keyboard.press("Escape");
    assert.equal(await tooltip.count(), 0);
    await page.close();
  });

  test("times over size start with one environment, drawn without any code; a switch adds another", async () => {
    const {page, faults} = await site.open(LESSON);
    const chart = page.locator("figure.chart:not([data-size])").first();
    const lines = (index: number) => chart.locator(`g[class*=" environment_${index}_lines"]`).first();
    assert.deepEqual([await lines(0).count(), await lines(1).count()], [1, 0]);
    assert.deepEqual(await loaded(page, /vega/), []);
    await ratioChart(page);
    assert.ok(await lines(0).isVisible());
    await chart.locator(".chart-more > summary").press("Enter");
    await chart.locator(".chart-more input").first().check();
    await lines(1).waitFor({state: "visible"});
    assert.ok(await lines(0).isVisible());
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("without JavaScript a legend says what is shown, and the numbers are in a fold", async () => {
    const {page} = await site.open(LESSON, {javaScriptEnabled: false});
    for (const chart of await page.locator("figure.chart").all()) {
      assert.equal(await chart.locator(".chart-save:visible, .chart-layers input:visible").count(), 0);
      const labels = await chart.locator(".chart-layers label:visible").count();
      const marks = await chart.locator('g[class*="_estimates"], g[class*="_points"]').filter({visible: true}).count();
      assert.equal(labels, marks);
      await chart.locator(".chart-table > summary").click();
      assert.ok((await chart.locator(".chart-table tbody tr:visible").count()) > 0);
    }
    await page.close();
  });

  test("a chart is saved as SVG, PNG and CSV, with the layers that are shown", async () => {
    const {page, faults} = await site.open(LESSON, {acceptDownloads: true});
    const chart = await ratioChart(page);
    const labels = await chart.locator(".chart-layers label:not([hidden])").allTextContents();
    await chart.locator(".chart-layers input").first().uncheck();
    const svg = await saved(page, chart, "SVG");
    await isWholeDrawing(page, svg.text, labels);
    const csv = await saved(page, chart, "CSV");
    const [head, ...lines] = csv.text.trim().split("\r\n");
    assert.match(head!, /^environment,variant,baseline,size,ratio,low,high,/);
    assert.ok(lines.length > 0 && lines.every((line) => !line.startsWith(labels[0]!)));
    const png = await saved(page, chart, "PNG");
    assert.equal(png.bytes.toString("latin1", 1, 4), "PNG");
    const [width] = /(?<=width=")\d+/.exec(svg.text)!;
    assert.equal(png.bytes.readUInt32BE(16), 2 * Number(width));
    for (const [file, ending] of [
      [svg, "svg"],
      [csv, "csv"],
      [png, "png"]
    ] as const) {
      assert.equal(file.name, `strings-10000-against-plus.${ending}`);
    }
    assert.deepEqual(faults, []);
    await page.close();
  });
}

/** The first chart of ratios on a page that stands open. */
export async function ratioChart(page: Page): Promise<Locator> {
  await page.locator("html.predicting").waitFor();
  const covers = page.locator(".telling-show:visible");
  while ((await covers.count()) > 0) await covers.first().click();
  await page.mouse.move(0, 0);
  return page.locator("figure.chart[data-size]").first();
}

async function isWholeDrawing(page: Page, svg: string, labels: readonly string[]): Promise<void> {
  assert.doesNotMatch(svg, /var\(--/);
  assert.match(svg, /@font-face/);
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.match(ground, /^rgb\(/);
  assert.ok(svg.includes(`fill="${ground}"`), "it lies on the ground of the page");
  const text = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    return parsed.querySelector("parsererror") ? "" : (parsed.documentElement.textContent ?? "");
  }, svg);
  const inLegend = (label: string) => svg.includes(`>${label}</text>`);
  assert.match(text, /Time for 10,000 pieces/);
  assert.deepEqual(labels.filter(inLegend), labels.slice(1));
}

async function saved(page: Page, chart: Locator, kind: string) {
  const menu = chart.locator(".chart-save > summary");
  await menu.focus();
  await page.keyboard.press("Enter");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chart.getByRole("button", {name: kind, exact: true}).press("Enter")
  ]);
  const bytes = await readFile(await download.path());
  return {name: download.suggestedFilename(), bytes, text: bytes.toString("utf8")};
}

function boxesOf(chart: Locator) {
  return chart.evaluate((figure) =>
    [figure, ...figure.querySelectorAll(".chart-drawing, .chart-drawing > svg")].map((element) => {
      const {x, y, width, height} = element.getBoundingClientRect();
      return [x, y + scrollY, width, height].map((value) => Math.round(value * 100) / 100);
    })
  );
}

/** Counts every shift of what is in the text, also those after an input, which the browser itself forgives. */
function watchShifts(page: Page): Promise<void> {
  return page.evaluate(() => {
    type Shift = PerformanceEntry & {readonly value: number; readonly sources: readonly {readonly node: Node | null}[]};
    const kept = window as unknown as {shifts: number};
    const main = document.querySelector("main")!;
    kept.shifts = 0;
    new PerformanceObserver((list) => {
      const shifts = (list.getEntries() as Shift[]).filter(({sources}) =>
        sources.some(({node}) => main.contains(node))
      );
      for (const {value} of shifts) kept.shifts += value;
    }).observe({type: "layout-shift"});
  });
}

function loaded(page: Page, name: RegExp): Promise<string[]> {
  return page.evaluate(
    (source) =>
      performance
        .getEntriesByType("resource")
        .map(({name}) => name)
        .filter((url) => new RegExp(source).test(url)),
    name.source
  );
}
