import type {Page} from "playwright-core";

const LATE_MS = 300;

/** Makes the fonts of a page come after it has been painted, as on a machine that is slow to decode them. */
export async function delayFonts(page: Page): Promise<void> {
  const fonts: Buffer[] = [];
  await page.route(/\/fonts\.[^/]*css$/, async (route) => {
    const css = await (await route.fetch()).text();
    const body = css.replace(/url\(data:font\/woff2;base64,([^)]*)\)/g, (_, font: string) => {
      fonts.push(Buffer.from(font, "base64"));
      return `url("/late-${fonts.length - 1}.woff2")`;
    });
    await route.fulfill({contentType: "text/css", body});
  });
  await page.route(/\/late-\d+\.woff2$/, async (route) => {
    const index = Number(/late-(\d+)/.exec(route.request().url())![1]);
    await page.waitForLoadState("domcontentloaded");
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.fulfill({contentType: "font/woff2", body: fonts[index]!});
  });
}
