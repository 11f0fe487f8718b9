import assert from "node:assert/strict";
import {after, before} from "node:test";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../browser.js";
import {pagesIn} from "../pages-in.js";
import {type Serving, serveSite} from "../serve.js";

const VISITORS = 4;

/** A page that is open, and all that went wrong in it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Errors in the console and in the page, failed requests, and requests to another host. */
  readonly faults: readonly string[];
}

/** One built site and one browser for all tests: a build is slow. What it gives is there while tests run. */
export interface SiteUnderTest {
  /** The folder that is served. */
  readonly out: string;
  /** Every page, as a path below the address: `lessons/strings.html`. */
  pages(): readonly string[];
  /** Visits every page, several at a time: most of a visit is waiting. */
  eachPage(visit: (path: string) => Promise<void>): Promise<void>;
  /** Where the site is served; it ends in a slash. */
  url(): string;
  browser(): Browser;
  /** Opens a page in a context of its own, and waits until it is loaded and the network is silent. Closing the page closes the context. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
}

/** Serves a built site and starts a browser before the tests of the `describe` that calls this; ends both after them. */
export function siteUnderTest(out: string): SiteUnderTest {
  const pages: string[] = [];
  let browser: Browser;
  let serving: Serving;
  before(async () => {
    pages.push(...(await pagesIn(out)));
    serving = await serveSite({out, port: 0, host: "127.0.0.1"});
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    serving?.server.close();
  });
  return {
    out,
    pages: () => pages,
    eachPage: (visit) => severalAtATime(pages, visit),
    url: () => serving.url,
    browser: () => browser,
    open: (path, options) => openPage(browser, new URL(path, serving.url), options)
  };
}

async function severalAtATime(paths: readonly string[], visit: (path: string) => Promise<void>): Promise<void> {
  const left = [...paths];
  const visitor = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await visit(path);
  };
  await Promise.all(Array.from({length: VISITORS}, visitor));
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  assert.ok(executablePath, HOW_TO_GET_A_BROWSER);
  const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({executablePath, args});
}

/** As `open` of a site, at any address; requests to other origins than its own are faults. */
export async function openPage(browser: Browser, url: URL, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const page = await browser.newPage(options);
  const faults = watch(page, url.origin);
  const response = await page.goto(url.href, {waitUntil: "networkidle"});
  assert.equal(response?.status(), 200, url.href);
  await page.waitForLoadState("load");
  return {page, faults};
}

function watch(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    const {origin: from, protocol, href} = new URL(request.url());
    if (from !== origin && protocol !== "data:") faults.push(`foreign: ${href}`);
  });
  return faults;
}
