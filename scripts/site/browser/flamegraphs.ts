import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {test} from "node:test";
import type {Locator, Page} from "playwright-core";
import {MOST_BYTES, MOST_REQUESTS} from "../../bench/site-table.js";
import {visitPage} from "../../bench/visit-page.js";
import {violations} from "./axe.js";
import type {SiteUnderTest} from "./site-under-test.js";

const LESSON = "profile/reading-flame-graphs.html";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Flame graphs in a page: as pictures, and in the hands of a reader. */
export function testFlamegraphs(site: SiteUnderTest): void {
  test("a flame graph is a picture with a table until it is asked for, and weighs no more than a lesson may", async () => {
    const {requests, gzipped, addresses} = await visitPage(site.browser(), new URL(LESSON, site.url()).href);
    assert.ok(requests <= MOST_REQUESTS, `${requests} requests`);
    assert.ok(gzipped <= MOST_BYTES, `${gzipped} bytes`);
    assert.deepEqual(
      addresses.filter((address) => /profile$|live-flame|read-profile/.test(address)),
      []
    );
  });

  test("without JavaScript the picture and the table are there, and no tool that would do nothing", async () => {
    const {page} = await site.open(LESSON, {javaScriptEnabled: false});
    const figure = graph(page, 0);
    assert.match((await figure.locator("svg title").allTextContents()).join("\n"), /bookDay .*: .* %; itself/);
    assert.ok(!(await figure.locator("button").first().isVisible()));
    await figure.locator(".flame-table > summary").click();
    assert.ok(await figure.getByRole("rowheader", {name: "bookDay"}).isVisible());
    await page.close();
  });

  test("by mouse: it comes to life in its place, zooms to the box that was clicked, and back; nothing else moves", async () => {
    const {page, faults} = await site.open(LESSON);
    const figure = graph(page, 0);
    const before = await sizeOf(figure);
    await figure.locator(".flame-picture svg g", {hasText: "bookDay"}).click();
    await figure.locator(".box.current").waitFor();
    assert.match((await status(figure)) ?? "", /^bookDay /);
    assert.ok((await labels(figure)).includes("nextNumber"), "there is room for its callees");
    assert.deepEqual(await sizeOf(figure), before);
    await figure.getByRole("button", {name: "Whole"}).click();
    assert.ok(await figure.getByRole("button", {name: "Whole"}).isDisabled());
    assert.deepEqual(await sizeOf(figure), before);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("by keyboard: arrows go along the calls, Enter zooms, Escape ends it, r turns it over", async () => {
    const {page, faults} = await site.open(LESSON);
    const figure = await live(page, 0);
    const top = () =>
      figure.locator(".box", {hasText: "bookDay"}).first().locator("rect").getAttribute("y").then(Number);
    await page.keyboard.press("ArrowDown");
    const outermost = await status(figure);
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await status(figure), outermost);
    const all = await labels(figure);
    await page.keyboard.press("Enter");
    assert.ok(await figure.getByRole("button", {name: "Whole"}).isEnabled());
    await page.keyboard.press("Escape");
    assert.deepEqual(await labels(figure), all);
    const hanging = await top();
    await page.keyboard.press("r");
    assert.notEqual(await top(), hanging);
    await page.keyboard.press("ArrowDown");
    assert.equal(await status(figure), outermost, "down leads to the caller now");
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("a search says how much of the whole was found; the chosen stack is copied, its place first", async () => {
    const {page} = await site.open(LESSON, {permissions: ["clipboard-read", "clipboard-write"]});
    const figure = await live(page, 0);
    await figure.getByRole("searchbox").fill("NEXTNUMBER");
    const found = await figure.locator("output").textContent();
    assert.match(found ?? "", /^[\d.]+ % of the whole$/);
    const title = await figure.locator(".box.found title").first().textContent();
    assert.ok(title!.includes(`, ${found!.replace(" of the whole", "")};`), `${title} and ${found}`);
    await figure.locator(".box.found").first().click();
    await figure.getByRole("button", {name: "Copy stack"}).click();
    await page.waitForFunction(() => /copied/.test(document.querySelector(".flame-status")!.textContent!));
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
    assert.match(lines[0]!, /^nextNumber /);
    assert.match(lines[1]!, /^bookDay /);
    await page.close();
  });

  test("the chosen function stands between callers and callees, which can be chosen in its place", async () => {
    const {page} = await site.open(LESSON);
    const figure = await live(page, 0);
    await figure.locator(".box", {hasText: "nextNumber"}).first().click();
    await figure.locator(".flame-neighbours > summary").click();
    const sandwich = figure.locator(".flame-sandwich");
    assert.match(
      await sandwich.innerText(),
      /^nextNumber[\s\S]*Called by\s[\s\S]*bookDay[\s\S]*Calls\s[\s\S]*atSeparator/
    );
    await sandwich.getByRole("button", {name: "bookDay"}).click();
    assert.match(await sandwich.innerText(), /^bookDay/);
    await page.close();
  });

  test("two recordings zoom and turn as one does", async () => {
    const {page, faults} = await site.open(LESSON);
    const figure = await live(page, 3);
    const all = await labels(figure);
    await figure.locator(".box", {hasText: "bookDay"}).first().click();
    assert.notDeepEqual(await labels(figure), all);
    assert.match((await status(figure)) ?? "", /bookDay .* % before, .* % after/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("axe finds nothing to object to in a graph that is in use, in light and in dark", async () => {
    const axe = await readFile(AXE, "utf8");
    for (const colorScheme of ["light", "dark"] as const) {
      const {page} = await site.open(LESSON, {bypassCSP: true, colorScheme});
      const figure = await live(page, 0);
      await figure.locator(".box", {hasText: "bookDay"}).first().click();
      await figure.locator(".flame-neighbours > summary").click();
      await figure.locator(".flame-table > summary").click();
      await figure.getByRole("searchbox").fill("next");
      assert.deepEqual(await violations(page, axe), [], colorScheme);
      await page.close();
    }
  });

  test("Speedscope, which comes along, opens the recording and asks nobody else", async () => {
    const {page, faults} = await site.open(LESSON);
    await graph(page, 0).getByRole("link", {name: "Open in Speedscope"}).click();
    await page.waitForFunction(() => /node-26\.cpuprofile/.test(document.title));
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("on paper a graph is light, whole, and followed by its table", async () => {
    const {page} = await site.open(LESSON, {colorScheme: "dark"});
    await page.emulateMedia({media: "print", colorScheme: "dark"});
    const figure = graph(page, 0);
    assert.ok(await figure.locator("svg").isVisible());
    assert.equal(await figure.locator(".flame-tools").isVisible(), false);
    assert.ok(await figure.getByRole("rowheader", {name: "bookDay"}).isVisible());
    const ground = await figure.locator(".ground").evaluate((ground) => getComputedStyle(ground).fill);
    assert.equal(ground, "rgb(255, 255, 255)");
    await page.close();
  });
}

function graph(page: Page, index: number): Locator {
  return page.locator("figure.flame-figure[data-profile]").nth(index);
}

/** A graph that was given the focus, and works. */
async function live(page: Page, index: number): Promise<Locator> {
  const figure = graph(page, index);
  await figure.locator(".flame-picture").focus();
  await figure.locator(".box").first().waitFor();
  return figure;
}

/** What moves the page below it, if it changes. */
function sizeOf(figure: Locator): Promise<number[]> {
  return figure.evaluate(({offsetWidth, offsetHeight}: HTMLElement) => [offsetWidth, offsetHeight]);
}

function labels(figure: Locator): Promise<string[]> {
  return figure.locator(".box text").allTextContents();
}

function status(figure: Locator): Promise<string | null> {
  return figure.locator(".flame-status").textContent();
}
