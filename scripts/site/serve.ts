import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {createServer, type Server, type ServerResponse} from "node:http";
import {extname, join, normalize, sep} from "node:path";
import {ReaderError} from "../errors.js";
import {terminal} from "../terminal.js";
import {listenOn} from "./listen.js";

/** What a server says of a file, by its ending. */
export const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2"
};

/** Isolation from other origins: it gives the pages a finer clock. */
export const ISOLATION: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin"
};

/** A server that has started. */
export interface Serving {
  readonly url: string;
  readonly server: Server;
}

/**
 * Serves a built site on this port, or on the next one that is free.
 *
 * @throws ReaderError if the site has not been built
 */
export async function serveSite({out, port, host}: {out: string; port: number; host: string}): Promise<Serving> {
  const built = await isFile(join(out, "index.html"));
  if (!built) throw new ReaderError(`${out}: no built site`, "run `npm run build` first");
  const server = createServer((request, response) => {
    void respond(out, request.method ?? "GET", request.url ?? "/", response);
  });
  const url = await listenOn(server, {port, host});
  terminal.tell(`${out} is served at ${url} (Ctrl-C ends it)`);
  return {server, url};
}

async function respond(out: string, method: string, url: string, response: ServerResponse): Promise<void> {
  if (method !== "GET" && method !== "HEAD") return refuse(response, 405, "Only GET and HEAD are answered.");
  const file = await fileFor(out, url);
  if (file === undefined) return refuse(response, 404, "There is no such page.");
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
    ...ISOLATION
  });
  if (method === "HEAD") response.end();
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
}

/** The file that an address means: itself, its index, or the page without its ending. Never one outside of the site. */
async function fileFor(out: string, url: string): Promise<string | undefined> {
  const path = pathOf(url);
  if (path === undefined) return undefined;
  const wanted = join(out, path);
  if (wanted !== normalize(out) && !wanted.startsWith(normalize(out + sep))) return undefined;
  for (const file of [wanted, join(wanted, "index.html"), `${wanted}.html`]) if (await isFile(file)) return file;
  return undefined;
}

/** The path that an address names, decoded; undefined if it cannot be. */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false
  );
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {"Content-Type": "text/plain; charset=utf-8", ...ISOLATION});
  response.end(text);
}
