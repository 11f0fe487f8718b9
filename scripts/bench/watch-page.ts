import type {Page} from "playwright-core";

const PATIENCE_MS = 120_000;

/** What a reader waited for, in milliseconds. */
export interface Waited {
  /** From the file being handed over to the frame after the picture. */
  readonly picture: number;
  /** The longest task of the page in that time: so long it answered nothing. */
  readonly longestTask: number;
}

/** Watches a page that is opened next: the tasks that hold it up, and the first moment at which `seen` is true. */
export async function watchPage(page: Page, seen: string): Promise<void> {
  await page.addInitScript(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const {duration, startTime} of list.getEntries())
        if (startTime + duration >= (globalThis.handed ?? Infinity)) longest = Math.max(longest, duration);
    }).observe({type: "longtask", buffered: true});
    document.addEventListener("change", () => { globalThis.handed ??= performance.now(); }, true);
    const look = () => {
      if (globalThis.handed !== undefined && globalThis.pictured === undefined && (${seen}))
        requestAnimationFrame(() => requestAnimationFrame((now) => { globalThis.pictured = now; }));
      if (globalThis.pictured === undefined) setTimeout(look, 5);
    };
    look();`);
}

/**
 * Hands a file to the page's own file input, and waits for the picture.
 *
 * @returns null if there is none within two minutes, or if the page falls over
 */
export async function handOver(page: Page, file: string): Promise<Waited | null> {
  await page.locator("input[type=file]").setInputFiles(file);
  const fallen = new Promise<boolean>((resolve) => page.once("crash", () => resolve(false)));
  const seen = page
    .waitForFunction(() => "pictured" in globalThis, undefined, {timeout: PATIENCE_MS, polling: 100})
    .then(
      () => true,
      () => false
    );
  if (!(await Promise.race([seen, fallen]))) return null;
  await page.waitForTimeout(500);
  return page.evaluate<Waited>("({picture: pictured - handed, longestTask: longest})");
}
