import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {chromium} from "playwright-core";
import {median} from "#lib/stats/median.js";
import {formatBytes} from "#lib/units.js";
import {explain, ReaderError} from "../errors.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../site/browser.js";
import {buildSite} from "../site/build.js";
import {serveSite} from "../site/serve.js";
import {terminal} from "../terminal.js";
import {type PageVisit, visitPage} from "./visit-page.js";

const VISITS = 5;

/** Builds the site, visits every page in fresh browser contexts, and prints what each costs a reader. */
async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ReaderError(HOW_TO_GET_A_BROWSER);
  const out = await mkdtemp(join(tmpdir(), "hotpath-bench-site-"));
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-background-networking"]});
  try {
    const pages = await timedBuild(out);
    const {server, url} = await serveSite({out, port: 4600, host: "127.0.0.1"});
    for (const page of pages) {
      const visits: PageVisit[] = [];
      for (let visit = 0; visit < VISITS; visit++) visits.push(await visitPage(browser, new URL(page, url).href));
      terminal.print(lineOf(page, visits));
    }
    server.close();
  } finally {
    await browser.close();
    await rm(out, {recursive: true, force: true});
  }
}

async function timedBuild(out: string): Promise<readonly string[]> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const {pages} = await buildSite({out});
  const {user, system} = process.cpuUsage(cpu);
  const wall = (performance.now() - start) / 1000;
  terminal.print(
    `build: ${pages.length} pages, ${wall.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`
  );
  terminal.print(`each page: medians of ${VISITS} visits in fresh contexts, from a server on this machine`);
  return pages;
}

function lineOf(page: string, visits: readonly PageVisit[]): string {
  const {requests, bytes, gzipped, fontsGzipped} = visits[0]!;
  const charts = visits.map(({firstChartMs}) => firstChartMs).filter((ms) => ms !== null);
  const paint = median(visits.map(({firstPaintMs}) => firstPaintMs)).toFixed(0);
  const chart = charts.length === 0 ? "no chart" : `first chart ${median(charts).toFixed(0)} ms`;
  const weight = `${formatBytes(bytes)} raw, ${formatBytes(gzipped)} gzipped and ${formatBytes(fontsGzipped)} of fonts`;
  return `${page}: ${requests} requests, ${weight}; first paint ${paint} ms, ${chart}`;
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
