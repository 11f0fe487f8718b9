import assert from "node:assert/strict";
import {join} from "node:path";
import {before, describe, test} from "node:test";
import {buildOffline} from "../build-offline.js";
import {HOSTILE, poison} from "../hostile-data.js";
import {writeSyntheticData} from "../synthetic-data.js";
import {runShortened} from "./runs.js";
import {type SiteUnderTest, siteUnderTest} from "./site-under-test.js";

/** What results and labs may say, and what the policy stops besides. */
export function testInjection(site: SiteUnderTest, folder: string): void {
  test("the policy of a page admits no inline script, no eval and no foreign script", async () => {
    const {page} = await site.open("lessons/strings.html");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.injected = 1";
      const foreign = document.createElement("script");
      foreign.src = "https://example.org/injected.js";
      document.body.append(script, foreign);
      document.body.insertAdjacentHTML("beforeend", `<img src="x:" onerror="globalThis.injected = 1">`);
      setTimeout("globalThis.injected = 1");
    });
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => "injected" in globalThis), false);
    await page.close();
  });

  describe("with results whose texts try to break out", () => {
    const out = join(folder, "hostile");
    const data = join(folder, "hostile-data");
    before(async () => {
      await writeSyntheticData(data, (result) => poison(result, "a test").result);
      await buildOffline(out, data);
    });
    testHostilePages(siteUnderTest(out));
  });
}

/** Without the policy, so that only what the pages do themselves can help. */
function testHostilePages(site: SiteUnderTest): void {
  test("every page shows them as text and runs nothing, even where no policy stops it", async () => {
    const shown: string[] = [];
    await site.eachPage(async (path) => {
      const {page, faults} = await site.open(path, {bypassCSP: true, viewport: {width: 360, height: 740}});
      assert.equal(await page.evaluate(() => "injected" in globalThis), false, path);
      assert.equal(await page.locator("[data-injected]").count(), 0, path);
      assert.deepEqual(faults, [], path);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, `${path} is too wide`);
      const text = (await page.locator("main").textContent()) ?? "";
      if (text.includes(HOSTILE.slice(0, HOSTILE.indexOf("**")))) shown.push(path);
      await page.close();
    });
    assert.ok(shown.includes("lessons/strings.html"), `shown on ${shown.join(", ") || "no page"}`);
  });

  test("a chart that is drawn again beside them runs nothing either", async () => {
    const {page, faults} = await site.open("lessons/strings.html", {bypassCSP: true});
    await runShortened(page);
    await page.locator("figure.chart [data-live] svg").waitFor();
    assert.equal(await page.evaluate(() => "injected" in globalThis), false);
    assert.equal(await page.locator("[data-injected]").count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });
}
