import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {firstQuestion, PREDICTING, started, textOf} from "./asked-page.js";
import type {SiteUnderTest} from "./site-under-test.js";

const CALIBRATION = "reference/calibration.html";
const KEY = "predictions-1";

/** What becomes of the answers that a browser keeps. */
export function testCalibration(site: SiteUnderTest): void {
  test("the calibration page counts what was answered, exports it, and forgets one or all by keyboard", async () => {
    const {page, faults} = await site.open(CALIBRATION);
    assert.match(await textOf(page, ".calibration-empty"), /not predicted anything/);
    await page.goto(new URL(PREDICTING, site.url()).href, {waitUntil: "networkidle"});
    await started(page);
    await firstQuestion(page).locator(".predict-choice").nth(2).click();
    await page.locator(".predict-show:visible").first().click();
    await page.goto(new URL(CALIBRATION, site.url()).href, {waitUntil: "networkidle"});
    await page.locator(".calibration-list").waitFor();
    assert.equal(await page.locator(".calibration-list > li").count(), 2);
    const exported = await exportedFrom(page);
    assert.equal(exported.answers.length, 2);
    assert.equal(exported.answers[0]!.guess!.said, "takes more time");
    const back = await page.locator(".calibration-list a").last().getAttribute("href");
    assert.match(back ?? "", /^\.\.\/lessons\/strings\.html#predict-strings-/);
    await page.locator(".calibration-forget").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".calibration-list > li").count(), 1);
    assert.ok(await page.locator(".calibration-forget").evaluate((button) => button === document.activeElement));
    await clearByKeyboard(page, "Escape");
    assert.equal(await page.locator(".calibration-list > li").count(), 1);
    await clearByKeyboard(page, "Tab", "Enter");
    await page.locator(".calibration-empty").waitFor();
    assert.equal(await page.evaluate((key) => localStorage.getItem(key), KEY), "[]");
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("whatever stands in the browser's storage, the pages work and run none of it", async () => {
    const image = "<img src=x onerror=\"document.title='hurt'\">";
    const entry = {
      question: "q",
      kind: "ratio",
      lab: "strings",
      topic: "strings",
      page: "lessons/strings",
      asked: image,
      date: "2026-01-02T03:04:05Z",
      from: "jvm",
      guess: {said: image, range: {}, ratio: null},
      truth: {environment: image, ratio: 1, interval: [1, 1]}
    };
    const broken = ["{", "null", '"text"', "[[[1]]]", "[null,7,{}]", "x".repeat(2_000_000)];
    for (const text of [...broken, JSON.stringify([{...entry, page: "javascript:alert(1)"}, entry])]) {
      const {page, faults} = await site.open(CALIBRATION);
      await page.locator(".calibration-empty").waitFor();
      await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [KEY, text]);
      await page.reload({waitUntil: "networkidle"});
      await page.locator(".calibration-view > *").first().waitFor();
      const expected = text.includes("onerror") ? ".calibration-list > li" : ".calibration-empty";
      assert.equal(await page.locator(expected).count(), 1, text.slice(0, 40));
      assert.equal(await page.locator(".calibration img").count(), 0);
      await page.goto(new URL(PREDICTING, site.url()).href, {waitUntil: "networkidle"});
      await started(page);
      await firstQuestion(page).locator(".predict-choice").first().click();
      assert.match(await textOf(page, ".predict-said"), /takes less time/);
      assert.notEqual(await page.title(), "hurt");
      assert.deepEqual(faults, [], text.slice(0, 40));
      await page.close();
    }
  });

  for (const [how, refuse] of Object.entries(REFUSALS)) {
    test(`where storage is ${how}, a lesson asks and judges, and the calibration page says why it is empty`, async () => {
      const context = await site.browser().newContext();
      await context.addInitScript(refuse);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", ({message, stack}) => faults.push(stack ?? message));
      await page.goto(new URL(PREDICTING, site.url()).href, {waitUntil: "networkidle"});
      await started(page);
      await firstQuestion(page).locator(".predict-choice").first().click();
      assert.match(await textOf(page, ".predict-said"), /takes less time/);
      await page.locator("#switch-from").selectOption("jvm");
      assert.equal(await page.locator("html").getAttribute("data-from"), "jvm");
      await page.goto(new URL(CALIBRATION, site.url()).href, {waitUntil: "networkidle"});
      assert.match(await textOf(page, ".calibration-empty"), /keep nothing, or has no room/);
      assert.ok(await page.locator("#observablehq-sidebar").isVisible());
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
}

/** Storage as browsers refuse it: not to be touched at all, and full. Scripts for the page. */
const REFUSALS = {
  blocked: `for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() { throw new DOMException("blocked", "SecurityError"); }
    });`,
  full: `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`
};

async function clearByKeyboard(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.locator(".calibration-clear").focus();
  await page.keyboard.press("Enter");
  await page.locator(".calibration-dialog[open]").waitFor();
  for (const key of keys) await page.keyboard.press(key);
}

async function exportedFrom(page: Page): Promise<{answers: {guess: {said: string} | null}[]}> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".calibration-export").click()]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}
