import assert from "node:assert/strict";
import {mkdtempSync} from "node:fs";
import {readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {type Browser, chromium, type Page} from "playwright-core";
import {findChromium, HOW_TO_GET_A_BROWSER} from "./browser.js";
import {buildOffline} from "./build-offline.js";
import {prepareLabs} from "./prepare.js";
import {type Serving, serveSite} from "./serve.js";
import {writeSyntheticData} from "./synthetic-data.js";

const folder = mkdtempSync(join(tmpdir(), "hotpath-site-"));
const out = join(folder, "dist");
const pages: string[] = [];

before(async () => {
  await prepareLabs();
  await writeSyntheticData(join(folder, "data"));
  await buildOffline(out, join(folder, "data"));
  pages.push(...(await readdir(out, {recursive: true})).filter((file) => file.endsWith(".html")));
});

after(() => rm(folder, {recursive: true, force: true}));

test("with the network cut off, every page is built, in English, with a policy that admits no foreign code", async () => {
  assert.ok(pages.includes("index.html") && pages.includes(join("lessons", "strings.html")), pages.join());
  for (const page of pages) {
    const html = await readFile(join(out, page), "utf8");
    assert.match(html, /^<!DOCTYPE html>\s*<html lang="en">/, page);
    assert.match(html, /Content-Security-Policy" content="default-src 'none'/, page);
    assert.doesNotMatch(html, /maximum-scale/, page);
    assert.doesNotMatch(html, /observablehq--error/, page);
  }
});

test("the static server gives no file that lies outside of the site", async () => {
  const {server, url} = await serveSite({out, port: 0, host: "127.0.0.1"});
  try {
    for (const path of ["..%2fdata%2flocal%2fstrings.json", "%2e%2e/data/local/strings.json", "a%00b", "%ff"]) {
      assert.equal((await fetch(url + path)).status, 404, path);
    }
    const page = await fetch(`${url}lessons/strings`);
    assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(page.headers.get("cross-origin-embedder-policy"), "require-corp");
    assert.equal((await fetch(url, {method: "POST"})).status, 405);
  } finally {
    server.close();
  }
});

const executablePath = findChromium();
const skip = executablePath === undefined && !process.env.CI ? HOW_TO_GET_A_BROWSER : false;

describe("in a browser", {skip}, () => {
  let browser: Browser;
  let serving: Serving;

  before(async () => {
    assert.ok(executablePath, HOW_TO_GET_A_BROWSER);
    const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"];
    browser = await chromium.launch({executablePath, args});
    serving = await serveSite({out, port: 0, host: "127.0.0.1"});
  });

  after(async () => {
    await browser?.close();
    serving?.server.close();
  });

  test("every page loads without an error and asks no other host for anything", async () => {
    for (const path of pages) {
      const {page, faults} = await open(path);
      assert.equal(await page.locator(".observablehq--error").count(), 0, path);
      assert.deepEqual(faults, [], path);
      await page.close();
    }
  });

  test("without JavaScript a lesson shows charts, verdicts, numbers, and the command for a terminal", async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`${serving.url}lessons/strings.html`);
    const text = (await page.locator("main").textContent()) ?? "";
    assert.match(text, /(holds|fails|undecided)/);
    assert.match(text, /takes [\d.,]+× the time of/);
    assert.match(text, /Node 24 on your machine/);
    assert.match(text, /npx lab run strings/);
    assert.ok(await page.locator("figure.chart svg").first().isVisible());
    assert.ok(!(await page.locator(".run-lab button").first().isVisible()));
    await context.close();
  });

  test("the theme that a reader chose is there before the next page is painted", async () => {
    const {page} = await open("index.html");
    await page.locator(".theme-switch").click();
    const chosen = await page.locator("html").getAttribute("data-theme");
    await page.goto(`${serving.url}lessons/strings.html`, {waitUntil: "commit"});
    await page.waitForSelector("main");
    assert.equal(await page.locator("html").getAttribute("data-theme"), chosen);
    await page.close();
  });

  test("a run in the page ends with sentences, and is drawn into the chart", async () => {
    const {page, faults} = await open("lessons/strings.html");
    await shorten(page);
    await page.locator(".run-lab button[type=submit]").click();
    await page.waitForFunction(() => document.querySelector("form.run-lab")!.ariaBusy === "false", null, {
      timeout: 120_000
    });
    assert.match((await page.locator(".run-lab-status").textContent()) ?? "", /^Done: 12 workers/);
    assert.match((await page.locator(".run-lab-outcome").textContent()) ?? "", /the clock's step is/);
    await page.locator("figure.chart [data-live] svg").waitFor();
    assert.match((await page.locator("figure.chart [data-live]").first().textContent()) ?? "", /this page/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("a run in the page can be stopped", async () => {
    const {page, faults} = await open("lessons/strings.html");
    await page.locator(".run-lab button[type=submit]").click();
    await page.waitForFunction(() => document.querySelector("progress")!.value > 0);
    await page.locator(".run-lab-stop").click();
    await page.waitForFunction(() => /^Stopped/.test(document.querySelector(".run-lab-status")!.textContent ?? ""));
    assert.ok(await page.locator(".run-lab button[type=submit]").isEnabled());
    assert.deepEqual(faults, []);
    await page.close();
  });

  async function open(path: string): Promise<{page: Page; faults: string[]}> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(serving.url) && !url.startsWith("data:")) faults.push(`foreign: ${url}`);
    });
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
    const response = await page.goto(serving.url + path.replaceAll("\\", "/"), {waitUntil: "networkidle"});
    assert.equal(response?.status(), 200);
    return {page, faults};
  }

  async function shorten(page: Page): Promise<void> {
    await page.locator("form.run-lab").evaluate((form: HTMLFormElement) => {
      form.dataset.variants = "plus,push-join";
    });
  }
});
