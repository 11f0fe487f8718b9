import assert from "node:assert/strict";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {after, test} from "node:test";
import {TEMPORARY} from "../../../temporary-data.js";
import {BrowserError} from "./browser.js";
import {openPages} from "./pages.js";

const ending = new AbortController();
after(() => ending.abort());
const pages = await openPages(ending.signal);

const lab = join(TEMPORARY, "lab.mjs");
writeFileSync(lab, "export const describe = () => 1;\n");
const question = JSON.stringify({lab, task: "describe"});

async function get(url: string, name: string, init?: RequestInit): Promise<[status: number, text: string]> {
  const response = await fetch(new URL(name, url), init);
  return [response.status, await response.text()];
}

test("a question has a page, isolated from other origins, with the lab and the workers beside it", async () => {
  const {url, forget} = pages.ask(question);
  const {headers} = await fetch(url);
  assert.equal(headers.get("Cross-Origin-Opener-Policy"), "same-origin");
  assert.equal(headers.get("Cross-Origin-Embedder-Policy"), "require-corp");
  assert.equal(headers.get("Cache-Control"), "no-store");
  assert.equal(new URL(url).hostname, "127.0.0.1");
  assert.deepEqual(await get(url, "question"), [200, question]);
  assert.deepEqual(await get(url, "lab.js"), [200, "export const describe = () => 1;\n"]);
  for (const name of ["page.js", "fork-worker.js", "describe-worker.js"]) {
    const response = await fetch(new URL(name, url));
    assert.match(response.headers.get("Content-Type")!, /^text\/javascript/);
    assert.match(await response.text(), /\S/);
  }
  forget();
});

test("the first answer counts, whatever it is", async () => {
  const {url, answer, forget} = pages.ask(question);
  assert.deepEqual(await get(url, "answer", {method: "POST", body: "<one>"}), [204, ""]);
  assert.deepEqual(await get(url, "answer", {method: "POST", body: "two"}), [204, ""]);
  assert.equal(await answer, "<one>");
  forget();
});

test("what nobody was told is not there: other names, other pages, and pages whose time is over", async () => {
  const {url, forget} = pages.ask(question);
  for (const name of ["other", "../", "/", "..%2f..%2fetc/passwd", "/favicon.ico", "../x/lab.js"]) {
    assert.deepEqual(await get(url, name), [404, ""], name);
  }
  assert.deepEqual(await get(url, "lab.js", {method: "POST", body: "x"}), [404, ""]);
  assert.deepEqual(await get(url, "answer"), [404, ""]);
  forget();
  assert.deepEqual(await get(url, "lab.js"), [404, ""]);
});

test("what is no question gets no page", () => {
  for (const text of ["", "{}", '{"lab": 1, "task": "fork"}', '{"lab": "/x", "task": "delete"}']) {
    assert.throws(() => pages.ask(text), BrowserError, text);
  }
});
