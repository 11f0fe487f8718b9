import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {test} from "node:test";
import {build} from "esbuild";
import type {BrowserContextOptions, Page} from "playwright-core";
import {ROOT} from "../../store.js";
import {languageTabs} from "../source/language-tabs.js";
import type {SiteUnderTest} from "./site-under-test.js";

const START = `import {arrangeCode} from "./code-order.js";
import {recallChoices} from "./preferences.js";
import {startSourceTabs} from "./source-tabs.js";
document.documentElement.classList.add("js");
recallChoices();
arrangeCode();
startSourceTabs();`;

/** Source in tabs, and commands that can be copied. */
export function testCode(site: SiteUnderTest): void {
  test("tabs of code are moved by arrow keys, choose for all blocks that have the language, and are remembered", async () => {
    const page = await openTabs(site);
    const [first, second] = [page.locator(".source-tabs").first(), page.locator(".source-tabs").nth(1)];
    await first.getByRole("tab", {name: "TypeScript"}).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Python");
    assert.deepEqual(await shownIn(page), ["python", "python", "ts"]);
    await page.keyboard.press("End");
    assert.deepEqual(await shownIn(page), ["java", "ts", "java"]);
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await shownIn(page), ["ts", "ts", "ts"]);
    await second.getByRole("tab", {name: "Python"}).click();
    await page.reload();
    assert.deepEqual(await shownIn(page), ["python", "python", "ts"]);
    assert.equal(await first.getByRole("tab", {selected: true}).textContent(), "Python");
    assert.equal(await first.locator('[tabindex="0"][role=tab]').count(), 1);
    await page.close();
  });

  test("whoever comes from the JVM finds Java next to TypeScript, by eye and by arrow key", async () => {
    const page = await openTabs(site);
    const first = page.locator(".source-tabs").first();
    assert.deepEqual(await first.getByRole("tab").allTextContents(), ["TypeScript", "Python", "Java"]);
    await page.evaluate(() => localStorage.setItem("from", "jvm"));
    await page.reload();
    assert.deepEqual(await first.getByRole("tab").allTextContents(), ["TypeScript", "Java", "Python"]);
    await first.getByRole("tab", {name: "TypeScript"}).focus();
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await shownIn(page), ["java", "ts", "java"]);
    await page.close();
  });

  test("printed, every language is shown one after another, whichever was chosen", async () => {
    const page = await openTabs(site);
    await page.getByRole("tab", {name: "Java"}).first().click();
    await page.emulateMedia({media: "print"});
    assert.deepEqual(await shownIn(page), ["ts", "python", "java", "ts", "python", "ts", "java"]);
    assert.equal(await page.locator(".source-language:visible").count(), 7);
    assert.equal(await page.getByRole("tab").count(), 0);
    await page.close();
  });

  test("without JavaScript every language is shown, with its name, and no tab", async () => {
    const page = await openTabs(site, {javaScriptEnabled: false});
    assert.equal(await page.locator(".source-panel:visible").count(), 7);
    assert.equal(await page.locator(".source-language:visible").count(), 7);
    assert.equal(await page.getByRole("tab").count(), 0);
    await page.close();
  });

  test("a command is copied, and where the clipboard is closed it is selected; either is said", async () => {
    const {page, faults} = await site.open("lessons/strings.html");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const command = page.locator(".run-lab .command");
    const text = await command.locator("code").textContent();
    assert.match(text ?? "", /^npx lab run strings --variant .* --size 10000$/);
    await command.getByRole("button", {name: "Copy the command"}).press("Enter");
    await command.getByRole("status").getByText("Copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    });
    await command.getByRole("button").click();
    await command.getByRole("status").getByText("Selected").waitFor();
    assert.equal(await page.evaluate(() => String(getSelection())), text);
    assert.deepEqual(faults, []);
    await page.close();
  });
}

/** A page of its own, on the site's address: no lab needs to have all languages. Its blocks lack some. */
async function openTabs(site: SiteUnderTest, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.browser().newPage(options);
  const body = await tabsPage();
  await page.route("**/tabs.html", (route) => route.fulfill({contentType: "text/html", body}));
  await page.goto(`${site.url()}tabs.html`);
  return page;
}

async function tabsPage(): Promise<string> {
  const groups = [
    ["ts", "python", "java"],
    ["ts", "python"],
    ["ts", "java"]
  ];
  const blocks = groups.map((languages, index) => {
    const panels = languages.map((language) => ({language, html: `<pre>${language}</pre>`}));
    return languageTabs(panels, `code-${index}`);
  });
  const script = await build({
    stdin: {contents: START, resolveDir: join(ROOT, "docs", "components"), loader: "ts"},
    bundle: true,
    write: false
  });
  const style = await readFile(join(ROOT, "docs", "styles", "code.css"), "utf8");
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Tabs</title><style>${style}</style>
${blocks.join("\n")}<script>${script.outputFiles[0]!.text}</script>`;
}

/** The language of the panel that is seen, of each block. */
async function shownIn(page: Page): Promise<(string | null)[]> {
  const shown = await page.locator(".source-panel:visible").all();
  return Promise.all(shown.map((panel) => panel.getAttribute("data-language")));
}
