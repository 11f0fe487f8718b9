import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import type {SiteUnderTest} from "./site-under-test.js";

const MAP = "reference/concepts.html";

/** The concept map and its filter, by keyboard and by mouse. */
export function testConcepts(site: SiteUnderTest): void {
  test("the concept map is filtered by the keyboard, and says how many rows are left", async () => {
    const {page, faults} = await site.open(MAP);
    const all = await shown(page);
    await page.getByLabel("Words").focus();
    await page.keyboard.type("ROPE  flat");
    const byWords = await shown(page);
    assert.ok(byWords.includes("building-text") && byWords.length < all.length, byWords.join());
    await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    assert.deepEqual(await shown(page), []);
    assert.equal(await page.locator("h2:visible").count(), 0);
    assert.equal(await page.getByRole("status").first().textContent(), `0 of ${all.length} rows`);
    await page.getByRole("button", {name: "Show all"}).press("Enter");
    assert.deepEqual(await shown(page), all);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("a filter stays in the address: reloaded, shared, and gone back to", async () => {
    const {page} = await site.open(MAP);
    await page.getByLabel("Group").selectOption({label: "Tools"});
    await page.getByLabel("Verdict").selectOption("none");
    const filtered = await shown(page);
    assert.ok(filtered.includes("native-memory-profile") && !filtered.includes("cpu-sampling"), filtered.join());
    assert.match(page.url(), /\?group=tools&verdict=none$/);
    await page.reload({waitUntil: "networkidle"});
    await page.locator(".concept[hidden]").first().waitFor({state: "attached"});
    assert.deepEqual(await shown(page), filtered);
    await page.goBack();
    assert.ok((await shown(page)).includes("cpu-sampling"));
    assert.equal(await page.getByLabel("Verdict").inputValue(), "");
    await page.goForward();
    assert.deepEqual(await shown(page), filtered);
    await page.close();
  });

  test("what is typed in one go is one step back", async () => {
    const {page} = await site.open(MAP);
    const all = await shown(page);
    await page.getByLabel("Words").pressSequentially("numpy");
    assert.ok((await shown(page)).length < all.length);
    await page.goBack();
    assert.deepEqual(await shown(page), all);
    await page.close();
  });

  test("a row has an address, and is shown when it is called for, whatever the filter", async () => {
    const {page} = await site.open(`${MAP}?verdict=none#locks`);
    assert.ok(await page.locator("#locks").isVisible());
    assert.ok(!page.url().includes("?"), page.url());
    await page.getByRole("link", {name: "Link to this row: Threads", exact: true}).press("Enter");
    assert.match(page.url(), /#threads$/);
    assert.equal(await page.locator(":target").getAttribute("id"), "threads");
    await page.close();
  });

  test("an address that names no group or verdict shows all rows", async () => {
    const {page, faults} = await site.open(`${MAP}?group=%3Cb%3E&verdict=x#%`);
    assert.equal((await shown(page)).length, await page.locator(".concept").count());
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("whoever comes from Python is spared the column for the JVM", async () => {
    const {page} = await site.open(MAP);
    assert.ok(await page.locator(".concept-jvm").first().isVisible());
    await page.getByLabel("I come from").selectOption("python");
    assert.ok(!(await page.locator(".concept-jvm").first().isVisible()));
    assert.ok(await page.locator(".concept-python").first().isVisible());
    await page.close();
  });

  test("without JavaScript all rows are there, and no filter that does nothing", async () => {
    const {page} = await site.open(MAP, {javaScriptEnabled: false});
    assert.equal((await shown(page)).length, await page.locator(".concept").count());
    assert.ok(!(await page.locator(".concept-filter").isVisible()));
    await page.close();
  });

  test("a bold term of a lesson leads to its definition", async () => {
    const {page} = await site.open("lessons/strings.html");
    await page.locator("strong a.term").first().click();
    await page.waitForURL(/reference\/glossary/);
    assert.ok(await page.locator(".glossary-entry:target dfn").isVisible());
    await page.close();
  });
}

/** The ids of the rows that are to be seen. */
function shown(page: Page): Promise<string[]> {
  return page.locator(".concept:visible").evaluateAll((rows) => rows.map(({id}) => id));
}
