import assert from "node:assert/strict";
import {mkdtemp, readFile} from "node:fs/promises";
import {createServer, request, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {TEMPORARY} from "../temporary-data.js";
import {recordingNames} from "./recordings.js";
import {copyShippedFiles, serveShippedFiles} from "./shipped-files.js";

const [recording] = recordingNames();
let server: Server;

before(async () => {
  server = createServer((_, response) => response.end("from Framework"));
  serveShippedFiles(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
after(() => server.close());

/** As it is, without what `fetch` puts right in a path. */
function get(path: string): Promise<{status: number; text: string}> {
  const {port} = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({host: "127.0.0.1", port, path, agent: false}, async (response) => {
      let text = "";
      for await (const part of response.setEncoding("utf8")) text += part;
      resolve({status: response.statusCode!, text});
    })
      .on("error", reject)
      .end();
  });
}

test("a built site holds every recording, and Speedscope on a page that may ask nobody else", async () => {
  const out = await mkdtemp(join(TEMPORARY, "shipped-"));
  await copyShippedFiles(out);
  for (const name of recordingNames()) JSON.parse(await readFile(join(out, "recordings", name), "utf8"));
  const page = await readFile(join(out, "speedscope", "index.html"), "utf8");
  assert.match(
    page,
    /<html lang="en">\s*<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'/
  );
  assert.doesNotMatch(page, /https?:\/\//);
});

test("a preview answers for the same files, and leaves all else to Framework", async () => {
  assert.match((await get("/speedscope/index.html#profileURL=x")).text, /Content-Security-Policy/);
  JSON.parse((await get(`/recordings/${recording}?again`)).text);
  assert.equal((await get("/lessons/strings")).text, "from Framework");
});

test("a preview gives no file outside of these folders, and survives an address that is none", async () => {
  for (const path of ["/recordings/../../package.json", "/recordings/..%2f..%2fpackage.json", "/recordings/none"]) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get("/%ff")).text, "from Framework");
  assert.equal((await get("/recordings/a%00b")).text, "from Framework");
});
