import type {Page} from "playwright-core";
import type {FlameOutcome, Waited} from "./flame-result.js";

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
 * Hands a file to the page's own file input, and waits for the picture, until the page says that there will be none,
 * falls over, or patience ends.
 *
 * @param complaint what the page says then, as an expression of the page; null as long as it says nothing
 * @param patience seconds
 */
export async function handOver(
  page: Page,
  file: string,
  {complaint, patience}: {readonly complaint: string; readonly patience: number}
): Promise<Pick<FlameOutcome, "waited" | "failure">> {
  const fallen = new Promise<string>((resolve) => page.once("crash", () => resolve("the page fell over")));
  await page.locator("input[type=file]").setInputFiles(file);
  const said = `"pictured" in globalThis ? {failure: ""} : (${complaint}) === null ? null : {failure: ${complaint}}`;
  const seen = page.waitForFunction<{failure: string}>(said, undefined, {timeout: patience * 1000, polling: 100}).then(
    async (answer) => (await answer.jsonValue()).failure,
    () => `not within ${patience} s`
  );
  const failure = await Promise.race([seen, fallen]);
  if (failure !== "") return {waited: null, failure};
  await page.waitForTimeout(500);
  const waited = await page.evaluate<Waited>("({picture: pictured - handed, longestTask: longest})");
  return {waited, failure};
}
