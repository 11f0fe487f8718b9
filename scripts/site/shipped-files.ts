import {createReadStream, existsSync} from "node:fs";
import {cp, mkdir, readFile, writeFile} from "node:fs/promises";
import type {Server, ServerResponse} from "node:http";
import {createRequire} from "node:module";
import {dirname, extname, join, sep} from "node:path";
import {RECORDINGS} from "./recordings.js";
import {pathOf, TYPES} from "./serve.js";

const SPEEDSCOPE = join(dirname(createRequire(import.meta.url).resolve("speedscope/package.json")), "dist", "release");

/** Folders of the site that Framework knows nothing of, and where their files are. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ["recordings", RECORDINGS],
  ["speedscope", SPEEDSCOPE]
]);

/** Speedscope may use what it brought along and open profiles of this site and of the reader, and ask nobody else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");

/** Puts the recordings, and Speedscope to open them with, into a built site. */
export async function copyShippedFiles(out: string): Promise<void> {
  for (const [name, folder] of FOLDERS) {
    await mkdir(join(out, name), {recursive: true});
    if (existsSync(folder)) await cp(folder, join(out, name), {recursive: true});
  }
  await writeFile(join(out, "speedscope", "index.html"), await speedscopePage());
}

/** Lets the server of a preview answer for the same folders. */
export function serveShippedFiles(server: Server): void {
  const others = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const [name = "", ...rest] = (pathOf(request.url ?? "/") ?? "/").split("/").slice(1);
    const folder = FOLDERS.get(name);
    const file = rest.join("/") || "index.html";
    if (folder === undefined) for (const other of others) other.call(server, request, response);
    else if (name === "speedscope" && file === "index.html") void sendSpeedscope(response);
    else sendFile(response, folder, file);
  });
}

async function sendSpeedscope(response: ServerResponse): Promise<void> {
  response.writeHead(200, {"Content-Type": TYPES[".html"]!}).end(await speedscopePage());
}

function sendFile(response: ServerResponse, folder: string, name: string): void {
  const file = join(folder, name);
  if (!file.startsWith(folder + sep)) return void response.writeHead(404).end();
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const stream = createReadStream(file);
  stream.on("open", () => response.writeHead(200, {"Content-Type": type}));
  stream.on("error", () => response.writeHead(404).end()).pipe(response);
}

/** Speedscope's page, in a language and with a policy. */
async function speedscopePage(): Promise<string> {
  const html = await readFile(join(SPEEDSCOPE, "index.html"), "utf8");
  return html
    .replace("<html>", '<html lang="en">')
    .replace("<head>", `<head>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
}
