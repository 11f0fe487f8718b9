import {errors, type Page} from "playwright-core";
import type {FlameOutcome, Waited} from "./flame-result.js";

/** What is looked for in a page that is handed a file, as expressions of the page. */
export interface Watched {
  /** True once its picture is in the document. */
  readonly seen: string;
  /** What it says where it cannot draw; null as long as it says nothing. */
  readonly complaint: string;
}

/**
 * Watches a page that is opened next: the tasks that hold it up, and the first moment at which there is an answer. All
 * is looked for from within, for a page's own policy may forbid to evaluate texts later.
 */
export async function watchPage(page: Page, {seen, complaint}: Watched): Promise<void> {
  await page.addInitScript(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const {duration, startTime} of list.getEntries())
        if (startTime + duration >= (globalThis.handed ?? Infinity)) longest = Math.max(longest, duration);
    }).observe({type: "longtask", buffered: true});
    document.addEventListener("change", () => { globalThis.handed ??= performance.now(); }, true);
    const answer = () => {
      if (${seen}) {
        requestAnimationFrame(() => requestAnimationFrame((now) => { globalThis.pictured = now; globalThis.failure = ""; }));
        return true;
      }
      const said = ${complaint};
      if (said !== null) globalThis.failure = said;
      return said !== null;
    };
    const look = () => {
      if (globalThis.handed === undefined || !answer()) setTimeout(look, 5);
    };
    look();`);
}

/**
 * Hands a file to the page's own file input, and waits for the picture, until the page says that there will be none,
 * falls over, or patience ends.
 *
 * @param patience seconds
 */
export async function handOver(
  page: Page,
  file: string,
  patience: number
): Promise<Pick<FlameOutcome, "waited" | "failure">> {
  const fallen = new Promise<string>((resolve) => page.once("crash", () => resolve("the page fell over")));
  const alerted = new Promise<string>((resolve) =>
    page.once("dialog", (dialog) => void dialog.dismiss().then(() => resolve(dialog.message())))
  );
  await page.locator("input[type=file]").setInputFiles(file);
  const answered = page
    .waitForFunction(() => "failure" in globalThis, undefined, {timeout: patience * 1000, polling: 100})
    .then(() => page.evaluate<string>("failure"))
    .catch((error: unknown) => {
      if (error instanceof errors.TimeoutError) return `not within ${patience} s`;
      throw error;
    });
  const failure = await Promise.race([answered, fallen, alerted]);
  if (failure !== "") {
    answered.catch(() => {});
    return {waited: null, failure};
  }
  await page.waitForTimeout(500);
  const waited = await page.evaluate<Waited>("({picture: pictured - handed, longestTask: longest})");
  return {waited, failure};
}
