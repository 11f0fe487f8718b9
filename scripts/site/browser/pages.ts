import assert from "node:assert/strict";
import {test} from "node:test";
import type {SiteUnderTest} from "./site-under-test.js";

/** What holds for every page, and what a page is without JavaScript. */
export function testPages(site: SiteUnderTest): void {
  test("every page loads without an error and asks no other host for anything", async () => {
    for (const path of site.pages()) {
      const {page, faults} = await site.open(path);
      assert.equal(await page.locator(".observablehq--error").count(), 0, path);
      assert.deepEqual(faults, [], path);
      await page.close();
    }
  });

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
