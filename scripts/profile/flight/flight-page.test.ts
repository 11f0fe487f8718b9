import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {pathToFileURL} from "node:url";
import {type Browser, chromium} from "playwright-core";
import {lateTurn, syntheticFlight} from "#lib/flight/synthetic-flight.js";
import {violations} from "../../site/browser/axe.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "../../site/browser.js";
import {TEMPORARY} from "../../temporary-data.js";
import {flightPage} from "./flight-page.js";

const executablePath = findChromium();
const skip = executablePath === undefined && HOW_TO_GET_A_BROWSER;
const file = join(TEMPORARY, "flight.html");
const axeScript = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const hostile = `</script><img src=x onerror="document.title='taken'"> (file:///app/x.js:2)`;

let browser: Browser;

before(async () => {
  if (skip) return;
  const flight = syntheticFlight({
    ms: 3000,
    stacks: [
      [500, 900, hostile],
      [1500, 1700, "main (file:///app/main.js:1);parse (file:///app/orders.js:31)"]
    ],
    late: [lateTurn(500, 400), lateTurn(1500, 200)]
  });
  await writeFile(file, flightPage({...flight, command: ["/usr/bin/node", "<b>app</b>.js"]}, "/app/"));
  browser = await chromium.launch({executablePath: executablePath!, args: ["--no-sandbox"]});
});
after(() => browser?.close());

test("the report asks for nothing, reports nothing wrong, and its flame graph works; names do nothing in it", {
  skip
}, async () => {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("request", (request) => request.url().startsWith("file:") || troubles.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.locator(".flame .box", {hasText: "parse"}).first().click();
  assert.match((await page.locator(".flame-status").textContent())!, /^parse/);
  assert.equal(await page.title(), "node <b>app</b>.js");
  assert.deepEqual(troubles, []);
});

test("without a script the findings, the axis of time and the tables are there", {skip}, async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  const said = await page.locator(".findings > ol").innerText();
  assert.match(said, /Loop blocked 400 ms by <\/script><img .*\n.*\n?Loop blocked 200 ms by parse \(orders\.js:31\)/s);
  assert.ok(await page.locator("svg.timeline").isVisible());
  await page.locator(".timeline-figure summary").click();
  assert.match(await page.locator(".timeline-figure table").innerText(), /loop late by.*400 ms.*parse/s);
  await context.close();
});

test("axe finds nothing to object to, in light and dark", {skip}, async () => {
  const axe = await readFile(axeScript, "utf8");
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({colorScheme, bypassCSP: true});
    await page.goto(pathToFileURL(file).href);
    assert.deepEqual(await violations(page, axe), [], colorScheme);
    await page.close();
  }
});
