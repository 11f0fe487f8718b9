import assert from "node:assert/strict";
import {test} from "node:test";
import type {Page} from "playwright-core";
import {FORMAT, type Result} from "#lib/result.js";
import {syntheticRun} from "#lib/synthetic-run.js";
import {poison} from "../hostile-data.js";
import {hashOfLab, labNamed} from "../known-labs.js";
import type {SiteUnderTest} from "./site-under-test.js";

const PAGE = "reference/your-results.html";
const LAB = "strings";

/** Dropping result files: good ones, broken ones, hostile ones, and those of a whole class. */
export function testYourResults(site: SiteUnderTest): void {
  test("a file chosen with the button is held against the reference, differing verdicts and facts first", async () => {
    const {page, faults} = await site.open(PAGE);
    const methods: string[] = [];
    page.on("request", (request) => methods.push(request.method()));
    await page.locator("input[type=file]").setInputFiles([fileOf("mine.json", resultOf({cores: 64}))]);
    await page.locator(".your-results h2").first().waitFor();
    assert.equal(await page.locator(".drop-status").textContent(), "1 run in 1 environment.");
    const headings = await page.locator(".your-results h2").allTextContents();
    assert.match(headings[0]!, /verdicts differ/);
    const first = page.locator(".your-results .claim").first();
    assert.deepEqual(await first.locator(".verdict").allTextContents(), ["✓ holds", "✗ fails"]);
    assert.match(await factOf(page, "cores"), /2.*≠ 64/);
    assert.doesNotMatch(await factOf(page, "system"), /≠/);
    assert.deepEqual([...new Set(methods)], ["GET"]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("files can be dropped anywhere on the page, and are held against whatever the reader chooses", async () => {
    const {page, faults} = await site.open(PAGE);
    await drop(page, [{name: "mine.json", text: JSON.stringify(resultOf({version: "20.1.0"}))}]);
    await page.locator(".your-results h2").first().waitFor();
    const chooser = page.getByLabel("Held against");
    assert.match((await chooser.locator("option:checked").textContent()) ?? "", /^Node 20/);
    await chooser.focus();
    await page.keyboard.press("ArrowDown");
    assert.match((await chooser.locator("option:checked").textContent()) ?? "", /^Node 24/);
    assert.match(await factOf(page, "runtime"), /24\.21\.0.*≠ node 20\.1\.0/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("the results of this machine are shown by the keyboard, and cleared again", async () => {
    const {page} = await site.open(PAGE);
    await page.getByRole("button", {name: "Show the results of this machine"}).focus();
    await page.keyboard.press("Enter");
    await page.locator(".your-results h2").first().waitFor();
    assert.match((await page.locator(".your-results").textContent()) ?? "", /Node 24, your machine/);
    await page.getByRole("button", {name: "Start again"}).press("Enter");
    await page.waitForFunction(() => document.querySelector(".your-results")!.childElementCount === 0);
    await page.close();
  });

  test("a broken or hostile file is named with the place that is wrong, and the others are read all the same", async () => {
    const {page, faults} = await site.open(PAGE, {bypassCSP: true});
    const files = [
      ...BROKEN.map(([name, text]) => ({name, text: text()})),
      {name: "good.json", text: JSON.stringify(resultOf({}))}
    ];
    await drop(page, files);
    await page.waitForFunction(() => /environment\./.test(document.querySelector(".drop-status")!.textContent!), null, {
      timeout: 120_000
    });
    const problems = await page.locator(".drop-problems li").allTextContents();
    assert.equal(problems.length, BROKEN.length);
    for (const [index, [name, , place]] of BROKEN.entries()) {
      assert.ok(problems[index]!.startsWith(`${name}: `), problems[index]);
      assert.match(problems[index]!, place);
    }
    assert.equal(await page.locator(".your-results h2").count(), 4);
    assert.equal(await page.evaluate(() => "polluted" in {}), false);
    await assertNothingInjected(page);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("what a valid file says in its texts stays text, even where no policy stops it", async () => {
    const {page, faults} = await site.open(PAGE, {bypassCSP: true});
    const {result} = poison(resultOf({}), "a test");
    await drop(page, [{name: "<img data-injected src=x onerror=injected=1>.json", text: JSON.stringify(result)}]);
    await page.locator(".your-results h2").first().waitFor();
    await page.locator(".your-results summary").first().click();
    assert.match((await page.locator(".your-results").textContent()) ?? "", /<img data-injected src=x/);
    await assertNothingInjected(page);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("the files of a class become columns, machines alike told apart by their files", async () => {
    const {page, faults} = await site.open(PAGE);
    const files = Array.from({length: 20}, (_, index) =>
      fileOf(`student-${index}.json`, resultOf({seed: index + 1, cores: 2 + (index % 3)}))
    );
    await page.locator("input[type=file]").setInputFiles(files);
    await page.locator(".claim-grid-compact").waitFor();
    assert.equal(await page.locator(".drop-status").textContent(), "20 runs in 20 environments.");
    const rows = page.locator(".claim-grid-compact tbody tr");
    assert.equal(await rows.count(), labNamed(LAB).claims.length);
    assert.equal(await rows.first().locator("td").count(), 21);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

interface Made {
  readonly cores?: number;
  readonly version?: string;
  readonly seed?: number;
}

/** A result in which the variants that come later in the lab are faster: the site's own data say the contrary. */
function resultOf({cores = 2, version = "24.21.0", seed = 9}: Made): Result {
  const lab = labNamed(LAB);
  const times = Object.fromEntries(lab.variants.map(({name}, index) => [name, (size: number) => size * (60 - index)]));
  const made = syntheticRun({times, sizes: lab.sizes, kind: lab.kind, seed, runtime: {version}});
  const forks = made.forks.filter(({variant, size}) =>
    lab.variants.some(({name, sizes}) => name === variant && sizes.includes(size))
  );
  const machine = {
    id: "elsewhere",
    cpu: "No processor",
    cores,
    memoryBytes: 8e9,
    os: "none",
    arch: "none",
    virtual: null
  };
  const run = {
    ...made,
    hash: hashOfLab(LAB),
    lab,
    forks,
    started: `2026-01-01T00:00:00.${String(seed).padStart(3, "0")}Z`
  };
  return {format: FORMAT, lab: LAB, machine, runs: [run]};
}

/** Files that must not be believed: name, text, and what the message must say. */
const BROKEN: readonly [name: string, text: () => string, says: RegExp][] = [
  ["empty.json", () => "", /not JSON, or cut off/],
  ["page.html", () => "<!doctype html><script>injected=1</script>", /not JSON, or cut off/],
  ["cut-off.json", () => JSON.stringify(resultOf({})).slice(0, -300), /not JSON, or cut off/],
  ["none.json", () => JSON.stringify({...resultOf({}), runs: []}), /runs: expected at least one/],
  ["newer.json", () => JSON.stringify({...resultOf({}), format: 99}), /format: expected at most 1, got 99/],
  [
    "markup.json",
    () => JSON.stringify({...resultOf({}), lab: "<img src=x onerror=injected=1>"}),
    /lab: expected a name/
  ],
  [
    "prototype.json",
    () => JSON.stringify(resultOf({})).replace("{", '{"__proto__":{"polluted":1},'),
    /__proto__: unknown/
  ],
  ["deep.json", () => "[".repeat(5_000_000), /character 32: expected at most 32 levels/],
  ["large.json", () => " ".repeat(17_000_000), /expected at most 16777216 bytes, got 17000000/],
  ["array.json", () => `[${"0,".repeat(3_000_000)}0]`, /format: missing|expected/],
  [
    "range.json",
    () => JSON.stringify(resultOf({})).replace(/"samplesNs":\[[^,]+/, '"samplesNs":[1e999'),
    /samplesNs\[0\]/
  ]
];

function fileOf(name: string, result: Result) {
  return {name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(result))};
}

/** As a mouse does that comes from a file manager. */
async function drop(page: Page, files: readonly {name: string; text: string}[]): Promise<void> {
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const {name, text} of files) dataTransfer.items.add(new File([text], name, {type: "application/json"}));
    const target = document.querySelector("h1")!;
    for (const type of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
    }
  }, files);
}

function factOf(page: Page, name: string): Promise<string> {
  return page.getByRole("region", {name: "Environments"}).locator("tr", {hasText: name}).first().innerText();
}

async function assertNothingInjected(page: Page): Promise<void> {
  assert.equal(await page.evaluate(() => "injected" in globalThis), false);
  assert.equal(await page.locator("[data-injected]").count(), 0);
}
