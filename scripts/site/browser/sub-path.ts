import assert from "node:assert/strict";
import {after, before, describe, test} from "node:test";
import type {Page} from "playwright-core";
import type {Serving} from "../serve.js";
import {dumbServer} from "./dumb-server.js";
import {runShortened} from "./runs.js";
import {openPage, type SiteUnderTest} from "./site-under-test.js";

/** The site below a path, from a host that sends no header of ours. */
export function testSubPath(site: SiteUnderTest): void {
  describe("below a path, from a host that sends no headers", () => {
    let host: Serving;
    let without: Serving;

    before(async () => {
      host = await dumbServer(site.out);
      without = await dumbServer(site.out, "service-worker.js");
    });
    after(() => {
      host?.server.close();
      without?.server.close();
    });

    test("a reader who starts at the first page and follows links gets charts and, isolated, a run", async () => {
      const {page, faults} = await openPage(site.browser(), new URL(host.url));
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      const loads = countLoads(page);
      const link = page.locator('a[href$="lessons/strings.html"]').first();
      await link.evaluate((element: HTMLAnchorElement) => element.click());
      await page.waitForLoadState("networkidle");
      await seeChart(page);
      assert.ok(await page.evaluate(() => crossOriginIsolated));
      await runShortened(page);
      assert.match((await page.locator(".run-lab-status").textContent()) ?? "", /^Done/);
      assert.equal(loads(), 1);
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("a lesson that is opened first is loaded again, once, and is isolated then", async () => {
      const page = await site.browser().newPage();
      const loads = countLoads(page);
      await page.goto(`${host.url}lessons/strings.html`, {waitUntil: "commit"});
      // Playwright evaluates with a user's gesture, and a page that was touched is left alone: so wait, and ask later.
      await page.waitForEvent("load", {predicate: () => loads() === 2});
      assert.ok(await page.evaluate(() => crossOriginIsolated));
      await page.waitForTimeout(500);
      assert.equal(loads(), 2);
      await seeChart(page);
      await page.close();
    });

    test("what was read before can be read again when the host is gone, chart and run included", async () => {
      const leaving = await dumbServer(site.out);
      const {page, faults} = await openPage(site.browser(), new URL(leaving.url));
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      const lesson = new URL("lessons/strings.html", leaving.url).href;
      await page.goto(lesson, {waitUntil: "networkidle"});
      await runShortened(page);
      await seeChart(page);
      await new Promise((resolve) => {
        leaving.server.close(resolve);
        leaving.server.closeAllConnections();
      });
      await page.goto(`${lesson}?again`, {waitUntil: "networkidle"});
      await seeChart(page);
      await runShortened(page);
      assert.match((await page.locator(".run-lab-status").textContent()) ?? "", /^Done/);
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("where the worker is missing, a lesson is loaded once and measures all the same", async () => {
      const {page, faults} = await openPage(site.browser(), new URL("lessons/strings.html", without.url));
      const loads = countLoads(page);
      await runShortened(page);
      assert.match((await page.locator(".run-lab-outcome").textContent()) ?? "", /gets a finer one/);
      assert.equal(loads(), 0);
      assert.deepEqual(
        faults.filter((fault) => !/404|service-worker/.test(fault)),
        []
      );
      await page.close();
    });
  });

  test("under a server that isolates its pages, no service worker is registered", async () => {
    const {page} = await site.open("lessons/strings.html");
    assert.ok(await page.evaluate(() => crossOriginIsolated));
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await page.close();
  });
}

/** Uncovers the first chart, as a reader does who does not want to guess, and waits until it is seen. */
async function seeChart(page: Page): Promise<void> {
  await page.locator(".telling-show").first().click();
  await page.locator("figure.chart svg >> visible=true").first().waitFor();
}

/** @returns how often the page has been loaded since */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => loads++);
  return () => loads;
}
