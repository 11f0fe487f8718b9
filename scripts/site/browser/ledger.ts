import assert from "node:assert/strict";
import {test} from "node:test";
import type {Locator, Page} from "playwright-core";
import {labNamed, labNames} from "../known-labs.js";
import type {SiteUnderTest} from "./site-under-test.js";

const LEDGER = "reference/claims.html";

/** The claims ledger: its filter by keyboard and by address, and all of it without JavaScript. */
export function testLedger(site: SiteUnderTest): void {
  const claims = () => labNames().flatMap((name) => labNamed(name).claims);

  test("without JavaScript the ledger has every claim with its verdicts, and no filter", async () => {
    const {page} = await site.open(LEDGER, {javaScriptEnabled: false});
    assert.equal(await visibleRows(page), claims().length);
    assert.match((await page.locator(".ledger tbody td").first().textContent()) ?? "", /holds|fails|undecided/);
    assert.ok(!(await page.locator(".ledger-filter").isVisible()));
    await page.close();
  });

  test("the filter is operated by the keyboard, is in the address, and the back button undoes it", async () => {
    const {page, faults} = await site.open(LEDGER);
    await field(page, "lab").focus();
    await page.keyboard.press("s");
    await page.keyboard.press("t");
    await page.keyboard.press("Tab");
    assert.equal(await visibleRows(page), labNamed("strings").claims.length);
    assert.equal(new URL(page.url()).search, "?lab=strings");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("s");
    const said = labNamed("strings").claims.filter(({source}) => source === "article");
    assert.equal(await visibleRows(page), said.length);
    assert.equal(await page.locator(".ledger-count").textContent(), `${said.length} of ${claims().length} claims`);
    await page.goBack();
    assert.equal(await visibleRows(page), labNamed("strings").claims.length);
    await page.getByRole("button", {name: "Show all"}).press("Enter");
    assert.equal(await visibleRows(page), claims().length);
    assert.equal(new URL(page.url()).search, "");
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("an address with a verdict and an environment shows that column, and the claims with that verdict in it", async () => {
    const {page} = await site.open(LEDGER);
    const environments = await field(page, "environment").locator("option").evaluateAll(valuesOf);
    const environment = environments.find((value) => value !== "")!;
    await page.goto(`${site.url()}${LEDGER}?verdict=holds&environment=${environment}&lab=nonsense`);
    const cells = page.locator(".ledger tbody tr:not([hidden]) td:not([hidden])");
    const shown = await cells.evaluateAll((all) =>
      all.map(({dataset}) => [dataset.environment, dataset.verdict].join())
    );
    assert.ok(shown.length > 0);
    assert.deepEqual([...new Set(shown)], [`${environment},holds`]);
    assert.equal(await field(page, "lab").inputValue(), "");
    await page.close();
  });

  test("a link to a claim shows it, even where the address filters it away", async () => {
    const {page} = await site.open(LEDGER);
    const id = (await page.locator('.ledger-lab[data-lab="strings"] tbody tr').first().getAttribute("id"))!;
    await page.goto(`${site.url()}${LEDGER}?lab=shapes#${id}`);
    await page.locator(`#${id}`).waitFor({state: "visible"});
    assert.equal(new URL(page.url()).search, "");
    await page.close();
  });

  test("one click leads from a claim to its lesson", async () => {
    const {page} = await site.open(LEDGER);
    await page.locator('.ledger-lab[data-lab="strings"] tbody tr').first().getByRole("link", {name: "lesson"}).click();
    await page.waitForURL(/lessons\/strings/);
    await page.close();
  });
}

function field(page: Page, name: string): Locator {
  return page.locator(`.ledger-filter select[name="${name}"]`);
}

function visibleRows(page: Page): Promise<number> {
  return page.locator(".ledger-lab tbody tr").filter({visible: true}).count();
}

function valuesOf(options: Element[]): string[] {
  return options.map((option) => (option as HTMLOptionElement).value);
}
