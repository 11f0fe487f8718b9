import assert from "node:assert/strict";
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import process from "node:process";
import {after, describe, test} from "node:test";
import type {Answered} from "#lib/answer.js";
import {settingsFor} from "#lib/settings.js";
import {writeLab} from "../../lab-process.js";
import {TEMPORARY} from "../../temporary-data.js";

process.env.TMPDIR = TEMPORARY;

const {ForkError} = await import("../ask.js");
const {fork} = await import("../fork.js");
const {brokerFor} = await import("./chromium/broker.js");
const {launchChromium} = await import("./chromium/browser.js");
const {fakeChromium} = await import("./chromium/fake-chromium.js");
const {chromium} = await import("./chromium.js");
const {fakeProgram} = await import("./fake-programs.js");
const {identifyProgram} = await import("./find-runtimes.js");
const {node} = await import("./node.js");

const noScripts = process.platform === "win32" ? "its programs are shell scripts" : false;

test("Chromium and Chrome are known by their version, and V8 by its milestone", {skip: noScripts}, async () => {
  const says = (text: string) => chromium.identify(fakeProgram("says-version", `echo '${text}'`));
  const versions: Readonly<Record<string, [version: string, engine: string]>> = {
    "Chromium 142.0.7444.59 built on Debian GNU/Linux 12 (bookworm)": ["142.0.7444.59", "V8 14.2"],
    "Chromium 130.0.6723.58 snap": ["130.0.6723.58", "V8 13.0"],
    "Google Chrome 126.0.6478.126 ": ["126.0.6478.126", "V8 12.6"],
    "Google Chrome Beta 127.0.6533.17 beta": ["127.0.6533.17", "V8 12.7"],
    "Google Chrome for Testing 131.0.6778.33 ": ["131.0.6778.33", "V8 13.1"]
  };
  for (const [text, expected] of Object.entries(versions)) {
    const handle = await says(text);
    assert.deepEqual([handle?.version, handle?.engine, handle?.name], [...expected, "chromium"], text);
  }
  const others = ["Mozilla Firefox 153.0", "v24.1.0", "Chromium 111.0.5563.64", "Chromium", "Chromium 142", ""];
  for (const text of others) assert.equal(await says(text), null, text);
  assert.equal(await chromium.identify(process.execPath), null);
  assert.equal(await chromium.identify(join(TEMPORARY, "none")), null);
});

test("a browser that is named by its path is asked for its version alone", {skip: noScripts}, async () => {
  const log = join(TEMPORARY, "asked.log");
  const file = fakeProgram("asked", `echo "$@" >> '${log}'; echo 'Chromium 142.0.7444.59'`);
  assert.equal((await identifyProgram(file))?.kind, chromium);
  assert.equal(readFileSync(log, "utf8"), "--version\n");
});

test("CHROMIUM_PATH names the only one; what is not there is not found, and can be got", {
  skip: noScripts
}, async () => {
  const before = process.env.CHROMIUM_PATH;
  const {executable} = fakeChromium("hangs");
  try {
    process.env.CHROMIUM_PATH = executable;
    assert.deepEqual(
      (await chromium.find()).map((handle) => handle.executable),
      [executable]
    );
    process.env.CHROMIUM_PATH = join(TEMPORARY, "none");
    assert.deepEqual(await chromium.find(), []);
  } finally {
    if (before === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = before;
  }
  assert.match(chromium.install, /^\w+ .*(chromium|chrome)/i);
});

const handle = (await chromium.find()).at(-1);
const skip = handle === undefined ? `no Chromium on this machine: ${chromium.install}` : false;
const signal = new AbortController().signal;

/** Long enough for the clock of a browser. */
const WORK = "for (let i = 0, x = 1; i < 2000; i++) globalThis.worked = x = (Math.imul(x, 69069) + i) | 0;";

/** Measures one fork of a lab whose variant does this after some work. @returns what it returns */
async function answerOf(body: string, {before = "", setup = "0", timeoutMs = 60_000} = {}): Promise<Answered> {
  const file = join(mkdtempSync(join(TEMPORARY, "lab-")), "probe.ts");
  const variants = `{probe: (input) => {${WORK} ${body}}, other: () => 1}`;
  const more = 'question: "?", sizes: [1], baseline: "other", claims: []';
  writeFileSync(file, `${before}\nexport default {${more}, setup: () => ${setup}, variants: ${variants}};\n`);
  const lab = (await chromium.compile(file, handle!))!;
  const options = {runtime: handle!, child: await chromium.child(handle!), timeoutMs, signal};
  const settings = settingsFor("compute", "quick");
  const request = {block: 0, order: 0, variant: "probe", size: 1, seed: 1, settings};
  return (await fork(lab, request, options)).answer;
}

describe("a real Chromium", {skip}, () => {
  after(async () => (await brokerFor(handle!.executable)).close());

  test("has the V8 that its version tells", async () => {
    const ending = new AbortController();
    const browser = await launchChromium(handle!.executable, mkdtempSync(join(TEMPORARY, "profile-")), ending.signal);
    ending.abort();
    assert.ok(`V8 ${browser.v8}.`.startsWith(`${handle!.engine}.`), browser.v8);
  });

  test("runs what Node.js runs", async () => {
    const file = writeLab("same.ts");
    assert.equal(await chromium.hash(file), await node.hash(file));
  });

  test("measures in a page that is isolated from other origins", async () => {
    assert.deepEqual(await answerOf("return crossOriginIsolated;"), {type: "boolean", value: "true"});
  });

  test("a fork finds nothing that another has left", async () => {
    const before = `
const kept = await caches.open("kept");
const found = (await kept.keys()).length;
await kept.put("/kept", new Response("kept"));`;
    for (const _ of [1, 2]) assert.deepEqual(await answerOf("return found;", {before}), {type: "number", value: 0});
  });

  test("asks no host but this machine", async () => {
    const asked: string[] = [];
    const server = createServer(({url = ""}, response) => {
      asked.push(url);
      response.setHeader("Access-Control-Allow-Origin", "*").setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const {port} = server.address() as AddressInfo;
    const get = (host: string) => `(() => {
      try {
        const request = new XMLHttpRequest();
        request.open("GET", "http://${host}:${port}/${host}", false);
        request.send();
        return request.status;
      } catch {
        return "refused";
      }
    })()`;
    const setup = `[${get("localhost")}, ${get("127.0.0.1")}].join(" ")`;
    const body = 'return input === "refused 200";';
    const answer = await answerOf(body, {setup}).finally(() => server.close());
    assert.deepEqual([...new Set(asked)], ["/127.0.0.1"]);
    assert.deepEqual(answer, {type: "boolean", value: "true"});
  });

  test("what throws, hangs or answers something else is named, and the next fork is measured", async () => {
    const failure = async (body: string, options?: {setup?: string; timeoutMs?: number}) => {
      const error = await answerOf(body, options).then(
        () => assert.fail("it answered"),
        (thrown: unknown) => thrown
      );
      assert.ok(error instanceof ForkError, String(error));
      return error.message;
    };
    assert.equal(await failure('throw new RangeError("boom");'), "threw: RangeError: boom");
    assert.match(await failure("input;"), /got nothing \(undefined\)/);
    const hangs = "gave no answer within 5 s and was stopped";
    assert.equal(await failure("for (;;);", {timeoutMs: 5000}), hangs);
    assert.equal(await failure("return 1;", {setup: "{for (;;);}", timeoutMs: 5000}), hangs);
    assert.match(await failure('self.postMessage("rubbish"); return 1;'), /^its answer: /);
    assert.deepEqual(await answerOf("return 7;"), {type: "number", value: 7});
  });
});
