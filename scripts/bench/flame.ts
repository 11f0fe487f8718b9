import {mkdtemp, readFile, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import process from "node:process";
import {type Browser, chromium} from "playwright-core";
import {explain, ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {describeMachine} from "../machine.js";
import {alone} from "../measure/lock.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../site/browser.js";
import {buildSite} from "../site/build.js";
import {serveSite} from "../site/serve.js";
import {ROOT} from "../store.js";
import {formatTable} from "../terminal/table.js";
import {terminal} from "../terminal.js";
import {benchText} from "./bench-text.js";
import {type FlameOptions, readFlameOptions} from "./flame-options.js";
import type {FlameBench, FlameOutcome} from "./flame-result.js";
import {flameRows} from "./flame-table.js";
import {handOverProfiles} from "./hand-over-profiles.js";
import {largeProfile} from "./large-profile.js";

const MEGABYTES = [10, 100];

/** Gives profiles to this site and to Speedscope in turn, in one browser, and prints what a reader waits for. */
async function main(options: FlameOptions): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ReaderError(HOW_TO_GET_A_BROWSER);
  const folder = await mkdtemp(join(tmpdir(), "hotpath-bench-flame-"));
  try {
    const files = options.profile === undefined ? await madeUp(folder) : [options.profile];
    const out = join(folder, "dist");
    await buildSite({out});
    const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-background-networking"]});
    const bench = await alone(() => measure(browser, {out, files, options})).finally(() => browser.close());
    printBench(bench);
    if (options.profile !== undefined) return;
    await writeAtomically(options.out, benchText(bench));
    terminal.tell(`written: ${relative(process.cwd(), options.out)}`);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function madeUp(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const megabytes of MEGABYTES) {
    const file = join(folder, `made-up-${megabytes}.cpuprofile`);
    await writeFile(file, JSON.stringify(largeProfile(megabytes)));
    files.push(file);
  }
  return files;
}

async function measure(
  browser: Browser,
  {out, files, options}: {readonly out: string; readonly files: readonly string[]; readonly options: FlameOptions}
): Promise<FlameBench> {
  const {rounds, patience, minutes = Number.POSITIVE_INFINITY} = options;
  const [start, date] = [performance.now(), new Date().toISOString()];
  const over = () => performance.now() - start > minutes * 60_000;
  const say = (line: string) => terminal.tell(line);
  const {server, url} = await serveSite({out, port: 0, host: "127.0.0.1"});
  const outcomes: FlameOutcome[] = [];
  try {
    for (const file of files) {
      const {size: bytes} = await stat(file);
      outcomes.push(...(await handOverProfiles(browser, {url, file, bytes, rounds, patience, over, say})));
    }
  } finally {
    server.close();
  }
  return {
    format: 1,
    date,
    machine: await describeMachine(),
    browser: `Chromium ${browser.version()}`,
    speedscope: await speedscopeVersion(),
    seconds: Math.round((performance.now() - start) / 1000),
    complete: outcomes.at(-1)?.round === rounds,
    outcomes
  };
}

async function speedscopeVersion(): Promise<string> {
  const text = await readFile(join(ROOT, "node_modules/speedscope/package.json"), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}

function printBench(bench: FlameBench): void {
  const columns = [{title: "file"}, {title: "viewer"}, {title: "first picture"}, {title: "longest task"}];
  const rows = flameRows(bench).map(({file, viewer, picture, longestTask}) => [file, viewer, picture, longestTask]);
  for (const line of formatTable(columns, rows, Number.POSITIVE_INFINITY)) terminal.print(line);
}

main(readFlameOptions(process.argv.slice(2))).catch((error: unknown) => {
  const {exitCode, text} = explain(error);
  terminal.tell(text);
  process.exitCode = exitCode;
});
