import type {Page} from "playwright-core";

/** A lesson that asks in both ways: by choices and by a ratio. */
export const PREDICTING = "lessons/strings.html";

/** Resolves when the questions of a page answer. */
export const started = (page: Page) => page.locator("html.predicting").waitFor();

export const firstQuestion = (page: Page) => page.locator(".predict").first();

/** Answers or skips all that a page asks, so that nothing on it is covered. */
export async function settleAll(page: Page): Promise<void> {
  const open = page.locator(".predict:not([data-settled]) .predict-show");
  while ((await open.count()) > 0) await open.first().click();
}

/** Text of the first element. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().textContent()) ?? "";
}
