import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import type {SiteUnderTest} from "./site-under-test.js";

/** Measuring in the page. */
export function testRuns(site: SiteUnderTest): void {
  test("a run in the page ends with sentences, and is drawn into the chart", async () => {
    const {page, faults} = await site.open("lessons/strings.html");
    await runShortened(page);
    assert.match((await page.locator(".run-lab-status").textContent()) ?? "", /^Done: 12 workers/);
    assert.match((await page.locator(".run-lab-outcome").textContent()) ?? "", /the clock's step is/);
    await page.locator("figure.chart [data-live] svg").waitFor();
    const chart = page.locator("figure.chart", {has: page.locator("[data-live]")}).first();
    const layer = chart.locator(".chart-layers label", {hasText: "this page"});
    assert.ok((await layer.isVisible()) && (await layer.locator("input").isChecked()));
    assert.match((await chart.locator(".chart-table tbody").textContent()) ?? "", /this page/);
    assert.match((await chart.locator(".chart-drawing").getAttribute("aria-label")) ?? "", /this page: [\d.]+×/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("a run in the page can be stopped", async () => {
    const {page, faults} = await site.open("lessons/strings.html");
    await page.locator(".run-lab button[type=submit]").click();
    await page.waitForFunction(() => document.querySelector("progress")!.value > 0);
    await page.locator(".run-lab-stop").click();
    await page.waitForFunction(() => /^Stopped/.test(document.querySelector(".run-lab-status")!.textContent ?? ""));
    assert.ok(await page.locator(".run-lab button[type=submit]").isEnabled());
    assert.deepEqual(faults, []);
    await page.close();
  });
}

/** Runs two variants of the lab on an open page, to the end. */
export async function runShortened(page: Page): Promise<void> {
  await page.locator("form.run-lab").evaluate((form: HTMLFormElement) => {
    form.dataset.variants = "plus,push-join";
  });
  await page.locator(".run-lab button[type=submit]").click();
  await page.waitForFunction(() => document.querySelector("form.run-lab")!.ariaBusy === "false", null, {
    timeout: 120_000
  });
}
