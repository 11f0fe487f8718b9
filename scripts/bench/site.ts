import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {type Browser, chromium} from "playwright-core";
import {explain, ReaderError} from "../errors.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../site/browser.js";
import {pagesIn} from "../site/pages-in.js";
import {serveSite} from "../site/serve.js";
import {ROOT} from "../store.js";
import {terminal} from "../terminal.js";
import {type CommandCost, runCounted} from "./processor-time.js";
import {isLight, MOST_BUILD_SECONDS, MOST_BYTES, MOST_REQUESTS, siteTable, type VisitedPage} from "./site-table.js";
import {buildStockSite} from "./stock-site.js";
import {type PageVisit, visitPage} from "./visit-page.js";

const VISITS = 5;
const STOCK = "stock Framework, one bare Vega-Lite chart";

/** What is visited: one page of a site that is served. */
interface Target {
  readonly name: string;
  readonly url: string;
}

/** Builds the site and a stock one, visits every page of both in turn, and prints what each costs a reader. */
async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ReaderError(HOW_TO_GET_A_BROWSER);
  const folder = await mkdtemp(join(tmpdir(), "hotpath-bench-site-"));
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-background-networking"]});
  try {
    const out = join(folder, "dist");
    const build = [process.execPath, join(ROOT, "scripts", "bin.mjs"), "build", "--out", out];
    const ours = await runCounted(build, ROOT, process.env);
    const stock = await buildStockSite(join(folder, "stock"));
    const pages = await visited(browser, out, stock.out);
    printPages(pages);
    printBuilds(pages.length - 1, ours, stock);
  } finally {
    await browser.close();
    await rm(folder, {recursive: true, force: true});
  }
}

/** Visits in rounds, so that what disturbs the machine for a while disturbs every page. */
async function visited(browser: Browser, out: string, stock: string): Promise<VisitedPage[]> {
  const [ours, other] = await Promise.all([serve(out), serve(stock)]);
  try {
    const targets: Target[] = (await pagesIn(out)).map((name) => ({name, url: ours.url + name}));
    targets.push({name: STOCK, url: `${other.url}index.html`});
    const visits = targets.map((): PageVisit[] => []);
    for (let round = 1; round <= VISITS; round++) {
      terminal.tell(`round ${round} of ${VISITS}`);
      for (const [index, {url}] of targets.entries()) visits[index]!.push(await visitPage(browser, url));
    }
    return targets.map(({name}, index) => ({name, visits: visits[index]!}));
  } finally {
    ours.server.close();
    other.server.close();
  }
}

function serve(out: string) {
  return serveSite({out, port: 0, host: "127.0.0.1"});
}

function printPages(pages: readonly VisitedPage[]): void {
  terminal.print(`Times are medians of ${VISITS} visits, each in a fresh context of a browser on this machine.`);
  for (const line of siteTable(pages, terminal.columns)) terminal.print(line);
  terminal.print();
  const lessons = pages.filter(({name}) => name.startsWith("lessons/"));
  const light = lessons.filter(isLight).length;
  terminal.print(
    `${light} of ${lessons.length} lessons take at most ${MOST_REQUESTS} requests and ${MOST_BYTES / 1000} kB gzipped, without fonts`
  );
}

function printBuilds(pages: number, ours: CommandCost, stock: CommandCost): void {
  terminal.print(`build of ${pages} pages: ${costText(ours)}; the goal is ${MOST_BUILD_SECONDS} s of processor time`);
  terminal.print(`build of the stock page: ${costText(stock)}`);
}

function costText({processorSeconds, wallSeconds}: CommandCost): string {
  return `${processorSeconds.toFixed(1)} s of processor time, ${wallSeconds.toFixed(1)} s in all`;
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
