import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import type {SiteUnderTest} from "./site-under-test.js";

const LESSON = "lessons/strings.html";

/** The switches above every page, by keyboard and by mouse. */
export function testSwitches(site: SiteUnderTest): void {
  test("whoever comes from the JVM finds its box open and first, and the one of Python folded after it", async () => {
    const {page, faults} = await site.open(LESSON);
    assert.deepEqual(await boxes(page), ["jvm open", "python open"]);
    await page.getByLabel("I come from").selectOption("python");
    assert.deepEqual(await boxes(page), ["python open", "jvm folded"]);
    await page.getByLabel("I come from").selectOption("jvm");
    assert.deepEqual(await boxes(page), ["jvm open", "python folded"]);
    await page.getByLabel("I come from").selectOption("both");
    assert.deepEqual(await boxes(page), ["jvm open", "python open"]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("what was chosen holds on the next page before it is painted", async () => {
    const {page} = await site.open("index.html");
    await page.getByLabel("I come from").selectOption("python");
    await page.getByRole("button", {name: "Instructor’s notes"}).click();
    await page.addInitScript(NOTE_FIRST_FRAME);
    await page.goto(site.url() + LESSON, {waitUntil: "networkidle"});
    assert.equal(await page.evaluate("firstFrame"), "python on python true");
    assert.deepEqual(await boxes(page), ["python open", "jvm folded"]);
    assert.equal(await layoutShift(page), 0);
    await page.close();
  });

  test("every switch is reached and operated by the keyboard alone", async () => {
    const {page} = await site.open(LESSON);
    await tabTo(page, "SELECT");
    await page.keyboard.press("Home");
    assert.equal(await page.locator("html").getAttribute("data-from"), "jvm");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.equal(await page.locator("html").getAttribute("data-presentation"), "on");
    assert.equal(await page.locator(":focus").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("html").getAttribute("data-notes"), "on");
    await page.close();
  });

  test("an instructor's note is there only while the switch is on", async () => {
    const {page} = await site.open(LESSON);
    const note = page.locator(".aside-instructor").first();
    const button = page.getByRole("button", {name: "Instructor’s notes"});
    assert.equal(await note.isVisible(), false);
    await button.click();
    assert.ok(await note.getByRole("listitem").first().isVisible());
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    await button.click();
    assert.equal(await note.isVisible(), false);
    await page.close();
  });

  test("presentation size enlarges the text, puts the sidebar away, and gives both back", async () => {
    const {page} = await site.open(LESSON, {viewport: {width: 1280, height: 720}});
    const button = page.getByRole("button", {name: "Presentation size"});
    const sidebar = page.locator("#observablehq-sidebar");
    const before = await lineHeight(page);
    await button.click();
    assert.ok((await lineHeight(page)) > 1.5 * before);
    assert.equal(await sidebar.isVisible(), false);
    await page.reload({waitUntil: "networkidle"});
    assert.ok((await lineHeight(page)) > 1.5 * before);
    assert.equal(await sidebar.isVisible(), false);
    await button.click();
    assert.equal(await lineHeight(page), before);
    assert.ok(await sidebar.isVisible());
    await page.close();
  });

  test("on a narrow screen a button opens the list of pages at this one, and Escape leads back to the button", async () => {
    const {page} = await site.open(LESSON, {viewport: {width: 360, height: 740}});
    const button = page.getByRole("button", {name: "Pages"});
    await button.press("Enter");
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    assert.equal(await page.locator(":focus").getAttribute("aria-current"), "page");
    await page.keyboard.press("Escape");
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await page.close();
  });

  test("on a narrow screen the switches fit, and no page is wider than the screen", async () => {
    await site.eachPage(async (path) => {
      const {page} = await site.open(path, {viewport: {width: 360, height: 740}});
      const right = await page.locator(".switches").evaluate((element) => element.getBoundingClientRect().right);
      assert.ok(right <= 360, `${path}: the switches end at ${right}`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, path);
      await page.close();
    });
  });

  test("without JavaScript there are no switches, and everything is shown", async () => {
    const {page} = await site.open(LESSON, {javaScriptEnabled: false});
    assert.equal(await page.locator(".switches").isVisible(), false);
    assert.ok((await page.locator("details.aside").count()) >= 3);
    for (const box of await page.locator("details.aside").all())
      assert.ok(await box.locator("p, li").first().isVisible());
    await page.close();
  });

  test("printed, both comparisons are open, whoever reads; the notes and the tables of charts only if they are shown", async () => {
    const {page} = await site.open(LESSON);
    await page.getByLabel("I come from").selectOption("jvm");
    await page.emulateMedia({media: "print"});
    assert.ok(await page.locator(".aside-python p").first().isVisible());
    assert.equal(await page.locator(".chart-table table").first().isVisible(), false);
    assert.equal(await page.locator(".aside-instructor").first().isVisible(), false);
    await page.close();
  });
}

/** The boxes of the first group, as they stand: "jvm open". */
function boxes(page: Page): Promise<string[]> {
  const group = page.locator(".asides").first().locator("details");
  return group.evaluateAll((all: HTMLDetailsElement[]) =>
    all.map(({dataset, open}) => `${dataset.from} ${open ? "open" : "folded"}`)
  );
}

/**
 * Runs in the page: notes the marks and the switches as they are in the first frame that has them. It is text
 * because tsx wraps named functions in a helper that the page does not have.
 */
const NOTE_FIRST_FRAME = `requestAnimationFrame(function look() {
  const select = document.querySelector("#switch-from");
  if (select === null) return requestAnimationFrame(look);
  const {from, notes} = document.documentElement.dataset;
  const pressed = document.querySelector('[data-preference="notes"]')?.getAttribute("aria-pressed");
  globalThis.firstFrame = [from, notes, select.value, pressed].join(" ");
})`;

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as unknown as {value: number}[];
          resolve(shifts.reduce((sum, {value}) => sum + value, 0));
        }).observe({type: "layout-shift", buffered: true});
        setTimeout(() => resolve(0), 200);
      })
  );
}

async function tabTo(page: Page, tagName: string): Promise<void> {
  for (let presses = 0; presses < 50; presses++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.tagName)) === tagName) return;
  }
  assert.fail(`no ${tagName} within fifty presses of Tab`);
}

function lineHeight(page: Page): Promise<number> {
  return page
    .locator("main > p")
    .nth(1)
    .evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      return range.getClientRects()[0]!.height;
    });
}
