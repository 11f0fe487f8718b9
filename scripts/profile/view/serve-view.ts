import {randomUUID} from "node:crypto";
import {createReadStream} from "node:fs";
import {readdir} from "node:fs/promises";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {createRequire} from "node:module";
import {dirname, extname, join} from "node:path";
import {listenOn} from "../../site/listen.js";
import {TYPES} from "../../site/serve.js";

/** Speedscope may use what it brought along, and ask nothing of anyone else. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store"
};

const HOST = "127.0.0.1";

/** What is shown. */
export interface Shown {
  /** As Speedscope is to see it: the ending tells it the format. */
  readonly name: string;
  /** As the reader knows it. */
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** A server that has started. */
export interface View {
  /** Opens Speedscope with the profile. */
  readonly url: string;
  readonly server: Server;
}

/**
 * Serves Speedscope and one profile to this machine alone. The address holds a secret, since every user of the
 * machine reaches its ports; a request that was made for another host is refused, since a page of another site could
 * have made it.
 *
 * @param port 0 takes any
 */
export async function serveView(shown: Shown, port: number): Promise<View> {
  const folder = speedscopeFolder();
  const files = new Set(await readdir(folder));
  const secret = randomUUID();
  const server = createServer((request, response) => {
    const name = nameOf(request, secret);
    if (!isForUs(request)) refuse(response, 403, "This address is answered on this machine only.");
    else if (request.method !== "GET" && request.method !== "HEAD")
      refuse(response, 405, "Only GET and HEAD are answered.");
    else if (name === `profile/${shown.name}`) sendProfile(request, response, shown);
    else if (name !== undefined && files.has(name)) sendFile(request, response, join(folder, name));
    else refuse(response, 404, "There is no such file.");
  });
  const base = await listenOn(server, {port, host: HOST});
  const profile = encodeURIComponent(`profile/${encodeURIComponent(shown.name)}`);
  return {url: `${base}${secret}/index.html#profileURL=${profile}&title=${encodeURIComponent(shown.title)}`, server};
}

function speedscopeFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("speedscope/package.json")), "dist/release");
}

/** What follows the secret in the address; undefined for an address without it. */
function nameOf({url = "/"}: IncomingMessage, secret: string): string | undefined {
  const path = url.split(/[?#]/)[0]!;
  if (!path.startsWith(`/${secret}/`)) return undefined;
  try {
    return decodeURIComponent(path.slice(secret.length + 2));
  } catch {
    return undefined;
  }
}

function isForUs({headers, socket}: IncomingMessage): boolean {
  return [HOST, "localhost"].some((name) => headers.host === `${name}:${socket.localPort}`);
}

function sendProfile({method}: IncomingMessage, response: ServerResponse, {bytes}: Shown): void {
  response.writeHead(200, {...HEADERS, "Content-Type": "application/octet-stream", "Content-Length": bytes.length});
  response.end(method === "HEAD" ? undefined : bytes);
}

function sendFile({method}: IncomingMessage, response: ServerResponse, file: string): void {
  response.writeHead(200, {...HEADERS, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream"});
  if (method === "HEAD") response.end();
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {...HEADERS, "Content-Type": "text/plain; charset=utf-8"}).end(text);
}
