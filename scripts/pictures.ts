import {execFileSync} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {type Browser, chromium} from "playwright-core";
import {ReaderError} from "./errors.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "./site/browser.js";
import {buildSite} from "./site/build.js";
import {serveSite} from "./site/serve.js";
import {localFile, ROOT} from "./store.js";

const IMAGES = join(ROOT, "docs/images");
const COLUMNS = 100;
const COLOURS: Readonly<Record<string, string>> = {
  "1": "font-weight:700",
  "2": "color:#8b95a5",
  "31": "color:#ff8a7a",
  "32": "color:#7fd6a4",
  "33": "color:#e8c46a",
  "36": "color:#79c7e3"
};

/** Makes the pictures of the README from the site and the command as they are now. */
async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new ReaderError(HOW_TO_GET_A_BROWSER);
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});
  try {
    await pictureOfLesson(browser, join(IMAGES, "lesson.png"));
    await pictureOfRun(browser, join(IMAGES, "run.png"));
  } finally {
    await browser.close();
  }
}

async function pictureOfLesson(browser: Browser, file: string): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), "hotpath-pictures-"));
  await buildSite({out});
  const {server, url} = await serveSite({out, port: 4500, host: "127.0.0.1"});
  const page = await browser.newPage({viewport: {width: 1100, height: 1000}, deviceScaleFactor: 1.5});
  await page.goto(`${url}lessons/strings.html`);
  await page.reload(); // its fonts are there now
  const shows = page.locator(".telling-show >> visible=true");
  while ((await shows.count()) > 0) await shows.first().click();
  await page.locator("figure.chart svg").first().scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector("figure.chart")?.scrollIntoView({block: "center"}));
  await page.screenshot({path: file});
  await page.close();
  server.close();
  await rm(out, {recursive: true, force: true});
}

/** The report of this machine's own quick run, as a terminal shows it. */
async function pictureOfRun(browser: Browser, file: string): Promise<void> {
  const command = ["report", localFile("typed-arrays")];
  const text = execFileSync(process.execPath, ["scripts/bin.mjs", ...command], {
    cwd: ROOT,
    encoding: "utf8",
    env: {...process.env, FORCE_COLOR: "1", COLUMNS: String(COLUMNS), LANG: "C.UTF-8"}
  });
  const lines = text.split("\n").slice(0, 34);
  const page = await browser.newPage({viewport: {width: 1000, height: 700}, deviceScaleFactor: 1.5});
  await page.setContent(
    `<pre style="margin:0;padding:24px;background:#14181f;color:#dfe5ee;font:13px/1.45 'JetBrains Mono',monospace;width:fit-content">${lines.map(htmlOf).join("\n")}</pre>`
  );
  await page.locator("pre").screenshot({path: file});
  await page.close();
}

/** A line with SGR colours as HTML. */
function htmlOf(line: string): string {
  return line
    .split("\u001b[")
    .map((part, index) => {
      const code = index === 0 ? "" : part.slice(0, part.indexOf("m"));
      const text = (index === 0 ? part : part.slice(part.indexOf("m") + 1))
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;");
      return code in COLOURS ? `<span style="${COLOURS[code]}">${text}</span>` : text;
    })
    .join("");
}

await main();
