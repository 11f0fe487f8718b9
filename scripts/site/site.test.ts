import assert from "node:assert/strict";
import {mkdtempSync} from "node:fs";
import {cp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {ROOT} from "../store.js";
import {testAccessibility} from "./browser/axe.js";
import {testCalibration} from "./browser/calibration.js";
import {testCharts} from "./browser/charts.js";
import {testCode} from "./browser/code.js";
import {testConcepts} from "./browser/concepts.js";
import {testFlamegraphs} from "./browser/flamegraphs.js";
import {testInjection} from "./browser/injection.js";
import {testLedger} from "./browser/ledger.js";
import {testManyRuntimes} from "./browser/many-runtimes.js";
import {testPages} from "./browser/pages.js";
import {testPredictions} from "./browser/predict.js";
import {testPreview} from "./browser/preview.js";
import {testRuns} from "./browser/runs.js";
import {siteUnderTest} from "./browser/site-under-test.js";
import {testSubPath} from "./browser/sub-path.js";
import {testSwitches} from "./browser/switches.js";
import {testWeight} from "./browser/weight.js";
import {testYourProfiles} from "./browser/your-profiles.js";
import {testYourResults} from "./browser/your-results.js";
import {findChromium, HOW_TO_GET_A_BROWSER} from "./browser.js";
import {buildOffline} from "./build-offline.js";
import {pagesIn} from "./pages-in.js";
import {prepareLabs} from "./prepare.js";
import {serveSite} from "./serve.js";
import {writeSyntheticData} from "./synthetic-data.js";

const folder = mkdtempSync(join(tmpdir(), "hotpath-site-"));
const out = join(folder, "dist");

before(async () => {
  await prepareLabs();
  await writeSyntheticData(join(folder, "data"));
  for (const part of ["bench", "evidence"]) {
    await cp(join(ROOT, "data", part), join(folder, "data", part), {recursive: true});
  }
  await buildOffline(out, join(folder, "data"));
});

after(() => rm(folder, {recursive: true, force: true}));

test("with the network cut off, every page is built, in English, with a policy that admits no foreign code", async () => {
  const pages = await pagesIn(out);
  assert.ok(pages.includes("index.html") && pages.includes("lessons/strings.html"), pages.join());
  const home = await readFile(join(out, "index.html"), "utf8");
  for (const page of pages) {
    assert.ok(home.includes(`href="./${page}"`), `${page} is not in the sidebar`);
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

const skip = findChromium() === undefined && !process.env.CI ? HOW_TO_GET_A_BROWSER : false;

describe("in a browser", {skip}, () => {
  const site = siteUnderTest(out);
  testConcepts(site);
  testCharts(site);
  testCode(site);
  testLedger(site);
  testFlamegraphs(site);
  testPages(site);
  testPredictions(site);
  testCalibration(site);
  testRuns(site);
  testYourProfiles(site);
  testYourResults(site);
  testAccessibility(site);
  testSwitches(site);
  testWeight(site);
  testSubPath(site);
  testInjection(site, folder);
  testManyRuntimes(folder);
  testPreview(site);
});
