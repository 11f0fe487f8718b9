import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import {extname, join} from "node:path";
import {listenOn} from "../listen.js";
import type {Serving} from "../serve.js";

const TYPES: Record<string, string> = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"};

/**
 * Serves a folder below `/wb/` as a host does that knows nothing of the site: a type, and no other header. For tests.
 *
 * @param missing a file that this host does not have
 */
export async function dumbServer(out: string, missing?: string): Promise<Serving> {
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://host");
    const path = pathname.replace(/^\/wb\//, "").replace(/(^|\/)$/, "$1index.html");
    const body = pathname.startsWith("/wb/") && path !== missing && (await readFile(join(out, path)).catch(() => null));
    if (!body) response.writeHead(404).end();
    else response.writeHead(200, {"Content-Type": TYPES[extname(path)] ?? "application/octet-stream"}).end(body);
  });
  const url = await listenOn(server, {port: 0, host: "127.0.0.1"});
  return {server, url: `${url}wb/`};
}
