import {mkdtemp, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {type Browser, chromium} from "playwright-core";
import {median} from "#lib/stats/median.js";
import {formatBytes} from "#lib/units.js";
import {explain, ReaderError} from "../errors.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../site/browser.js";
import {buildSite} from "../site/build.js";
import {serveSite} from "../site/serve.js";
import {formatTable} from "../terminal/table.js";
import {terminal} from "../terminal.js";
import {largeProfile} from "./large-profile.js";
import {handOver, type Waited, watchPage} from "./watch-page.js";

/** Where a viewer gives up, more rounds would only take longer. */
const SIZES = [
  {megabytes: 10, rounds: 3},
  {megabytes: 100, rounds: 1}
] as const;

/** A page that draws the file it is given. */
interface Viewer {
  readonly name: string;
  readonly path: string;
  /** True once its picture is in the document, as an expression of the page. */
  readonly seen: string;
}

const VIEWERS: readonly Viewer[] = [
  {
    name: "this site",
    path: "reference/your-profiles.html",
    seen: `document.querySelector("figure.is-live .box") !== null`
  },
  {name: "Speedscope", path: "speedscope/index.html", seen: `document.title.includes("large.cpuprofile")`}
];

/** Gives profiles to this site and to Speedscope in turn, in one browser, and prints what a reader waits for. */
async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ReaderError(HOW_TO_GET_A_BROWSER);
  const folder = await mkdtemp(join(tmpdir(), "hotpath-bench-flame-"));
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-background-networking"]});
  try {
    const out = join(folder, "dist");
    await buildSite({out});
    const {server, url} = await serveSite({out, port: 0, host: "127.0.0.1"});
    try {
      for (const {megabytes, rounds} of SIZES) {
        const file = join(folder, "large.cpuprofile");
        await writeFile(file, JSON.stringify(largeProfile(megabytes)));
        print(formatBytes((await stat(file)).size), rounds, await measured(browser, url, {file, rounds}));
      }
    } finally {
      server.close();
    }
  } finally {
    await browser.close();
    await rm(folder, {recursive: true, force: true});
  }
}

/** @returns what was waited for, by viewer and round: what disturbs the machine for a while disturbs both */
async function measured(
  browser: Browser,
  url: string,
  {file, rounds}: {readonly file: string; readonly rounds: number}
): Promise<(Waited | null)[][]> {
  const waits = VIEWERS.map((): (Waited | null)[] => []);
  for (let round = 1; round <= rounds; round++) {
    terminal.tell(`round ${round} of ${rounds}`);
    for (const [index, {path, seen}] of VIEWERS.entries()) {
      const page = await browser.newPage();
      await watchPage(page, seen);
      await page.goto(url + path, {waitUntil: "networkidle"});
      waits[index]!.push(await handOver(page, file));
      await page.close();
    }
  }
  return waits;
}

function print(size: string, rounds: number, waits: readonly (readonly (Waited | null)[])[]): void {
  const columns = ["viewer", "first picture", "longest task"].map((title, index) => ({
    title,
    align: index === 0 ? ("left" as const) : ("right" as const)
  }));
  const rows = VIEWERS.map(({name}, index) => {
    const seen = waits[index]!.filter((wait) => wait !== null);
    if (seen.length < rounds) return [name, `none in ${rounds - seen.length} of ${rounds}`, ""];
    const of = (what: keyof Waited) => `${median(seen.map((one) => one[what])).toFixed(0)} ms`;
    return [name, of("picture"), of("longestTask")];
  });
  terminal.print(`A made-up profile of ${size}; medians of fresh pages in one browser, in turn: ${rounds} of each`);
  for (const line of formatTable(columns, rows, terminal.columns)) terminal.print(line);
}

main().catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
