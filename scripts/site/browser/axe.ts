import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {test} from "node:test";
import type {AxeResults} from "axe-core";
import type {Page} from "playwright-core";
import type {SiteUnderTest} from "./site-under-test.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Accessibility, as far as a program can judge it. */
export function testAccessibility(site: SiteUnderTest): void {
  test("axe finds nothing to object to on any page, in light and in dark", async () => {
    const axe = await readFile(AXE, "utf8");
    const found: string[] = [];
    await site.eachPage(async (path) => {
      const {page} = await site.open(path, {bypassCSP: true});
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({colorScheme});
        found.push(...(await violations(page, axe)).map((violation) => `${path}, ${colorScheme}: ${violation}`));
      }
      await page.close();
    });
    assert.deepEqual(found, []);
  });
}

/** What axe objects to on an open page: the rule, and where. */
export async function violations(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => (globalThis as unknown as Axe).axe.run());
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(" ")).join("; ")}`);
}

interface Axe {
  readonly axe: {run(): Promise<AxeResults>};
}
