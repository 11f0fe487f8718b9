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
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to object to on any page, in ${colorScheme}`, async () => {
      const axe = await readFile(AXE, "utf8");
      const found: string[] = [];
      for (const path of site.pages()) {
        const {page} = await site.open(path, {colorScheme, bypassCSP: true});
        found.push(...(await violations(page, axe)).map((violation) => `${path}: ${violation}`));
        await page.close();
      }
      assert.deepEqual(found, []);
    });
  }
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
