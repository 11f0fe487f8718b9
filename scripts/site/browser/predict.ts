import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {firstQuestion, PREDICTING, settleAll, started, textOf} from "./asked-page.js";
import type {SiteUnderTest} from "./site-under-test.js";

/** Predicting in the lessons. */
export function testPredictions(site: SiteUnderTest): void {
  test("what gives an answer away is out of sight and unspoken until it is answered, and nothing moves", async () => {
    const {page, faults} = await site.open(PREDICTING);
    await started(page);
    const lead = page.locator(".lead .measured");
    const chart = page.locator(".telling figure.chart").first();
    assert.ok(!(await lead.isVisible()) && !(await chart.isVisible()));
    assert.doesNotMatch(await page.locator(".lead").ariaSnapshot(), /takes/);
    const before = await chart.evaluate((element) => element.getBoundingClientRect().height);
    await settleAll(page);
    assert.ok((await lead.isVisible()) && (await chart.isVisible()));
    assert.equal(await chart.evaluate((element) => element.getBoundingClientRect().height), before);
    assert.equal(await page.locator(".telling-cover").count(), 0);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("an answer by mouse is judged, uncovers its chart, and is still there after a reload, without any shift", async () => {
    const {page} = await site.open(PREDICTING);
    await started(page);
    await firstQuestion(page).locator(".predict-choice").nth(2).click();
    const said = await firstQuestion(page).locator(".predict-said").textContent();
    assert.equal(said, "You said: takes more time.");
    assert.match(
      (await firstQuestion(page).locator(".predict-mark").first().textContent()) ?? "",
      /holds|fails|undecided/
    );
    assert.match((await firstQuestion(page).locator(".predict-answer").textContent()) ?? "", /Node 24 on your machine/);
    assert.ok(await page.locator(".telling[data-told] figure.chart").first().isVisible());
    await page.reload({waitUntil: "networkidle"});
    await started(page);
    assert.equal(await firstQuestion(page).locator(".predict-said").textContent(), said);
    assert.ok(!(await firstQuestion(page).locator(".predict-choice").first().isVisible()));
    assert.deepEqual(await shiftedIn(page), []);
    await page.close();
  });

  test("by keyboard a reader chooses, sets a ratio, and has the rest shown", async () => {
    const {page} = await site.open(PREDICTING);
    await started(page);
    await firstQuestion(page).locator(".predict-choice").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.match((await firstQuestion(page).locator(".predict-said").textContent()) ?? "", /about the same time/);
    assert.ok(
      await firstQuestion(page)
        .locator(".predict-answer")
        .evaluate((answer) => answer === document.activeElement)
    );
    const slider = page.locator('.predict input[type="range"]').first();
    await slider.focus();
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowRight");
    assert.match((await slider.getAttribute("aria-valuetext")) ?? "", /^takes 1\.4 times the time of /);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.match(await textOf(page, '.predict:has(input[type="range"]) .predict-said'), /1\.4× .* off by a factor of/);
    await page.locator(".telling-show").last().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".predict:not([data-settled])").count(), 0);
    await page.close();
  });

  test("without JavaScript nothing is covered, and the answer stands below the question", async () => {
    const {page} = await site.open(PREDICTING, {javaScriptEnabled: false});
    assert.ok(await page.locator(".lead .measured").isVisible());
    assert.ok(await page.locator("figure.chart").first().isVisible());
    assert.ok(await firstQuestion(page).locator(".predict-asked").isVisible());
    assert.ok(await firstQuestion(page).locator(".predict-answer").isVisible());
    assert.ok(!(await page.locator(".predict-ask").first().isVisible()));
    await page.close();
  });

  test("in print everything is shown, with the question", async () => {
    const {page} = await site.open(PREDICTING);
    await started(page);
    await page.emulateMedia({media: "print"});
    assert.ok(await page.locator(".lead .measured").isVisible());
    assert.ok(await page.locator(".telling figure.chart").first().isVisible());
    assert.ok(await firstQuestion(page).locator(".predict-answer").isVisible());
    assert.ok(!(await page.locator(".predict-ask").first().isVisible()));
    await page.close();
  });

  test("a page that is printed before its code has come shows everything too", async () => {
    const page = await site.browser().newPage();
    await page.route(/\/predict[^/]*\.js$/, (route) => route.abort());
    const blocked = page.waitForEvent("requestfailed");
    await page.goto(new URL(PREDICTING, site.url()).href, {waitUntil: "networkidle"});
    assert.match((await blocked).url(), /\/predict/);
    await page.emulateMedia({media: "print"});
    assert.ok(await page.locator(".telling figure.chart").first().isVisible());
    assert.ok(await firstQuestion(page).locator(".predict-answer").isVisible());
    await page.close();
  });
}

/** What has moved by itself since the page was loaded. */
function shiftedIn(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const moved: string[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const {sources} of list.getEntries() as unknown as {sources: {node: Element | null}[]}[]) {
            moved.push(...sources.map(({node}) => node?.className || String(node?.nodeName)));
          }
        });
        observer.observe({type: "layout-shift", buffered: true});
        setTimeout(() => resolve(moved), 200);
      })
  );
}
