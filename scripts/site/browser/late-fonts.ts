import type {Page} from "playwright-core";

const LATE_MS = 300;

/** Makes the fonts of a page come after it has been painted, as on a slow line. */
export async function delayFonts(page: Page): Promise<void> {
  await page.route(/\.woff2$/, async (route) => {
    await page.waitForLoadState("domcontentloaded");
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
}
