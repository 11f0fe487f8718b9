import {existsSync, watch} from "node:fs";
import {mkdir, readdir, utimes} from "node:fs/promises";
import {join} from "node:path";
import {preview as startPreview} from "@observablehq/framework/dist/preview.js";
import {DATA, ROOT} from "../store.js";
import {terminal} from "../terminal.js";
import {freePort, type Place} from "./listen.js";
import {prepare, prepareLabs} from "./prepare.js";
import {ISOLATION, type Serving} from "./serve.js";
import {serveShippedFiles} from "./shipped-files.js";

const QUIET_MS = 250;

/**
 * Serves the site as it is written, on this port or on the next one that is free. A page that is open follows
 * new results and changed labs by itself.
 */
export async function preview({port, host}: Place): Promise<Serving> {
  await prepare();
  silenceFramework();
  const free = await freePort({port, host});
  const {server} = await startPreview({hostname: host, port: free, open: false, verbose: false});
  serveShippedFiles(server);
  server.prependListener("request", (_request, response) => {
    for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
  });
  const watchers = [await watchResults(), watchLabs()];
  server.on("close", () => {
    for (const watcher of watchers) watcher.close();
  });
  const url = `http://${host}:${free}/`;
  terminal.tell(`The workbook is at ${url} (Ctrl-C ends it)`);
  return {server, url};
}

/** Framework 1.13.4 prints every message to and from a page through `console.log`; nothing here does. */
function silenceFramework(): void {
  console.log = () => {};
}

async function watchResults() {
  await mkdir(join(DATA, "local"), {recursive: true});
  return watch(DATA, {recursive: true}, afterQuiet(isResult, touchPages));
}

function watchLabs() {
  const isSource = (file: string) => !file.endsWith(".test.ts");
  return watch(
    join(ROOT, "labs"),
    {recursive: true},
    afterQuiet(isSource, async () => {
      await prepareLabs();
      await touchPages();
    })
  );
}

function isResult(file: string): boolean {
  return file.endsWith(".json") && !file.endsWith(".partial.json");
}

/** Calls once a burst of changes is over. What fails meanwhile (a lab half written) is tried again at the next. */
function afterQuiet(matters: (file: string) => boolean, act: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  return (_event: string, file: string | null) => {
    if (file === null || !matters(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void act().catch((error) => console.error(String(error))), QUIET_MS);
  };
}

/** Framework renders a page anew when the time of its file changes. */
async function touchPages(): Promise<void> {
  const docs = join(ROOT, "docs");
  const files = await readdir(docs, {recursive: true});
  const now = new Date();
  const pages = files.filter((file) => file.endsWith(".md") && !file.startsWith(".observablehq"));
  await Promise.all(
    pages
      .map((page) => join(docs, page))
      .filter(existsSync)
      .map((page) => utimes(page, now, now))
  );
}
