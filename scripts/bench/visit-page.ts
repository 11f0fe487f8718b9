import {gzipSync} from "node:zlib";
import type {Browser, Response} from "playwright-core";

/** What one visit of a page cost. */
export interface PageVisit {
  readonly requests: number;
  /** What was asked for, in order. */
  readonly addresses: readonly string[];
  /** Bodies as they are, without fonts. */
  readonly bytes: number;
  /** The same bodies, each compressed by gzip: what a usual host sends. */
  readonly gzipped: number;
  /** Fonts travel once and are kept, so they are counted apart. */
  readonly fontsGzipped: number;
  readonly firstPaintMs: number;
  /** The start of the frame that paints the first chart, from the start of navigation; null if the page has none. */
  readonly firstChartMs: number | null;
}

/** Visits a page in a context that has nothing in its cache, until the network is silent. */
export async function visitPage(browser: Browser, url: string): Promise<PageVisit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.addInitScript(watchForChart);
    await page.goto(url, {waitUntil: "networkidle"});
    const bodies = await Promise.all(
      responses.map(async (response) => ({url: response.url(), body: await response.body()}))
    );
    const times = await page.evaluate(() => ({
      firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      firstChartMs: (globalThis as {firstChartMs?: number}).firstChartMs ?? null
    }));
    return {requests: bodies.length, addresses: bodies.map(({url}) => url), ...weigh(bodies), ...times};
  } finally {
    await context.close();
  }
}

/** Runs in the page, where a function with a name would miss what tsx adds to it. */
function watchForChart(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector("figure.chart svg, svg.marks") === null) return;
    observer.disconnect();
    requestAnimationFrame((firstChartMs) => Object.assign(globalThis, {firstChartMs}));
  }).observe(document, {childList: true, subtree: true});
}

function weigh(bodies: readonly {url: string; body: Buffer}[]): Pick<PageVisit, "bytes" | "gzipped" | "fontsGzipped"> {
  const isFont = ({url}: {url: string}) => /fonts\.[^/]*css$|\.woff2$/.test(new URL(url).pathname);
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  const others = bodies.filter((one) => !isFont(one));
  return {
    bytes: sum(others.map(({body}) => body.length)),
    gzipped: sum(others.map(({body}) => gzipSync(body).length)),
    fontsGzipped: sum(bodies.filter(isFont).map(({body}) => gzipSync(body).length))
  };
}
