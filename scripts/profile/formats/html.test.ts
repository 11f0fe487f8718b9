import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import {after, before, beforeEach, test} from "node:test";
import {pathToFileURL} from "node:url";
import {type Browser, chromium, type Page} from "playwright-core";
import {syntheticProfile} from "#lib/profile/synthetic-profile.js";
import {violations} from "../../site/browser/axe.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../../site/browser.js";
import {TEMPORARY} from "../../temporary-data.js";
import {html} from "./html.js";

const executablePath = findChromium();
const skip = executablePath === undefined && HOW_TO_GET_A_BROWSER;
const file = join(TEMPORARY, "flame.html");
const axeScript = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const hostile = `<img src=x onerror="document.title='taken'">`;

let browser: Browser;
let page: Page;
const troubles: string[] = [];

before(async () => {
  if (skip) return;
  const stacks = {"main;parse;scan": 300, "main;parse": 100, "main;write;scan": 200, [`main;${hostile}`]: 400};
  await writeFile(file, html.write!(syntheticProfile(stacks), {}));
  browser = await chromium.launch({
    executablePath: executablePath!,
    args: ["--no-sandbox", "--disable-background-networking"]
  });
});
beforeEach(async () => {
  if (skip) return;
  await page?.close();
  page = await browser.newPage({bypassCSP: false});
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  await page.locator(".flame-picture").focus();
});
after(() => browser?.close());

/** Labels of the boxes that are drawn, from the widest. */
function boxes(): Promise<string[]> {
  return page.locator(".flame .box text").allTextContents();
}

function status(): Promise<string | null> {
  return page.locator(".flame-status").textContent();
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("arrow keys go from box to box, and each says what it is", {skip}, async () => {
  await press("ArrowDown");
  assert.equal(await status(), "main: 1,000 samples, 100 %; itself 0 samples");
  await press("ArrowDown");
  const first = await status();
  await press("ArrowRight");
  assert.notEqual(await status(), first);
  await press("ArrowLeft", "ArrowUp");
  assert.match((await status())!, /^main:/);
});

test("a box is zoomed to by click or Enter, and Escape ends it", {skip}, async () => {
  const all = await boxes();
  await page.locator(".flame .box", {hasText: "write"}).first().click();
  assert.deepEqual(await boxes(), ["main", "write", "scan"]);
  assert.ok(await page.getByRole("button", {name: "Whole"}).isEnabled());
  await page.locator(".flame-picture").focus();
  await press("Escape");
  assert.deepEqual(await boxes(), all);
  assert.ok(await page.getByRole("button", {name: "Whole"}).isDisabled());
  await press("ArrowDown", "Enter");
  assert.deepEqual(await boxes(), ["main", "write", "scan"]);
});

test("what is searched for is marked, and weighed against the whole", {skip}, async () => {
  await press("/");
  await page.keyboard.type("SCAN");
  assert.equal(await page.locator("output").textContent(), "50 % of the whole");
  assert.equal(await page.locator(".flame .box.found").count(), 2);
});

test("the root is turned from top to bottom and back", {skip}, async () => {
  const top = () =>
    page.locator(".flame .box", {hasText: "main"}).first().locator("rect").getAttribute("y").then(Number);
  const before = await top();
  await press("r");
  assert.ok((await top()) > before);
  await press("r");
  assert.equal(await top(), before);
});

test("the chosen function stands between its callers and callees, which can be chosen in its place", {
  skip
}, async () => {
  await page.locator(".flame .box", {hasText: "scan"}).first().click();
  const sandwich = page.locator(".flame-sandwich");
  assert.match(await sandwich.innerText(), /scan\s+itself 500 samples, 50 %.*Called by\s+300 samples, 30 %\s+parse/s);
  await sandwich.getByRole("button", {name: "parse"}).click();
  assert.match(await sandwich.innerText(), /^parse\s+itself 100 samples, 10 %, with what it calls 400 samples/);
});

test("names do nothing in the page, and nothing is reported wrong", {skip}, async () => {
  assert.equal(await page.title(), "synthetic");
  assert.ok((await boxes()).some((label) => label.startsWith("<img")));
  assert.deepEqual(troubles, []);
});

test("without a script the picture and the table say the same", {skip}, async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const still = await context.newPage();
  await still.goto(pathToFileURL(file).href);
  assert.match((await still.locator(".flame-picture title").allTextContents()).join(), /scan: 300 samples, 30 %/);
  assert.match((await still.locator("main > table").textContent())!, /500 samples50 %500 samples50 %scan/);
  await context.close();
});

test("axe finds nothing to object to, in light and dark, at rest and in use", {skip}, async () => {
  const axe = await readFile(axeScript, "utf8");
  for (const colorScheme of ["light", "dark"] as const) {
    const open = await browser.newPage({colorScheme, bypassCSP: true});
    await open.goto(pathToFileURL(file).href);
    assert.deepEqual(await violations(open, axe), [], colorScheme);
    await open.locator(".flame .box", {hasText: "scan"}).first().click();
    assert.deepEqual(await violations(open, axe), [], `${colorScheme}, in use`);
    await open.close();
  }
});
