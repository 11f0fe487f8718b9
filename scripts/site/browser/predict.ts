import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {test} from "node:test";
import type {Page} from "playwright-core";
import type {SiteUnderTest} from "./site-under-test.js";

const LESSON = "lessons/strings.html";
const CALIBRATION = "reference/calibration.html";
const KEY = "predictions-1";

/** Predicting in the lessons, and what becomes of the answers. */
export function testPredictions(site: SiteUnderTest): void {
  test("what gives an answer away is out of sight and unspoken until it is answered, and nothing moves", async () => {
    const {page, faults} = await site.open(LESSON);
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
    const {page} = await site.open(LESSON);
    await started(page);
    await first(page).locator(".predict-choice").nth(2).click();
    const said = await first(page).locator(".predict-said").textContent();
    assert.equal(said, "You said: takes more time.");
    assert.match((await first(page).locator(".predict-mark").first().textContent()) ?? "", /holds|fails|undecided/);
    assert.match((await first(page).locator(".predict-answer").textContent()) ?? "", /Node 24 on your machine/);
    assert.ok(await page.locator(".telling[data-told] figure.chart").first().isVisible());
    await page.reload({waitUntil: "networkidle"});
    await started(page);
    assert.equal(await first(page).locator(".predict-said").textContent(), said);
    assert.ok(!(await first(page).locator(".predict-choice").first().isVisible()));
    assert.deepEqual(await shiftedIn(page), []);
    await page.close();
  });

  test("by keyboard a reader chooses, sets a ratio, and has the rest shown", async () => {
    const {page} = await site.open(LESSON);
    await started(page);
    await first(page).locator(".predict-choice").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.match((await first(page).locator(".predict-said").textContent()) ?? "", /about the same time/);
    assert.ok(
      await first(page)
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
    const {page} = await site.open(LESSON, {javaScriptEnabled: false});
    assert.ok(await page.locator(".lead .measured").isVisible());
    assert.ok(await page.locator("figure.chart").first().isVisible());
    assert.ok(await first(page).locator(".predict-asked").isVisible());
    assert.ok(await first(page).locator(".predict-answer").isVisible());
    assert.ok(!(await page.locator(".predict-ask").first().isVisible()));
    await page.close();
  });

  test("in print everything is shown, with the question", async () => {
    const {page} = await site.open(LESSON);
    await started(page);
    await page.emulateMedia({media: "print"});
    assert.ok(await page.locator(".lead .measured").isVisible());
    assert.ok(await page.locator(".telling figure.chart").first().isVisible());
    assert.ok(await first(page).locator(".predict-answer").isVisible());
    assert.ok(!(await page.locator(".predict-ask").first().isVisible()));
    await page.close();
  });

  test("a page that is printed before its code has come shows everything too", async () => {
    const page = await site.browser().newPage();
    await page.route(/\/predict[^/]*\.js$/, (route) => route.abort());
    const blocked = page.waitForEvent("requestfailed");
    await page.goto(new URL(LESSON, site.url()).href, {waitUntil: "networkidle"});
    assert.match((await blocked).url(), /\/predict/);
    await page.emulateMedia({media: "print"});
    assert.ok(await page.locator(".telling figure.chart").first().isVisible());
    assert.ok(await first(page).locator(".predict-answer").isVisible());
    await page.close();
  });

  test("the calibration page counts what was answered, exports it, and forgets one or all by keyboard", async () => {
    const {page, faults} = await site.open(CALIBRATION);
    assert.match(await textOf(page, ".calibration-empty"), /not predicted anything/);
    await page.goto(new URL(LESSON, site.url()).href, {waitUntil: "networkidle"});
    await started(page);
    await first(page).locator(".predict-choice").nth(2).click();
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
      await page.goto(new URL(LESSON, site.url()).href, {waitUntil: "networkidle"});
      await started(page);
      await first(page).locator(".predict-choice").first().click();
      assert.match(await textOf(page, ".predict-said"), /takes less time/);
      assert.notEqual(await page.title(), "hurt");
      assert.deepEqual(faults, [], text.slice(0, 40));
      await page.close();
    }
  });
}

/** Answers or skips all that a page asks, so that nothing on it is covered. */
export async function settleAll(page: Page): Promise<void> {
  const open = page.locator(".predict:not([data-settled]) .predict-show");
  while ((await open.count()) > 0) await open.first().click();
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

const started = (page: Page) => page.locator("html.predicting").waitFor();

const first = (page: Page) => page.locator(".predict").first();

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().textContent()) ?? "";
}

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
