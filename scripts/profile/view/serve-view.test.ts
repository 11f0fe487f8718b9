import assert from "node:assert/strict";
import {request} from "node:http";
import {after, before, test} from "node:test";
import {serveView, type View} from "./serve-view.js";

let view: View;
const shown = {name: "a b?#%.cpuprofile", title: "a & b", bytes: Buffer.from('{"nodes":[]}')};

before(async () => {
  view = await serveView(shown, 0);
});
after(() => view.server.close());

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Asks for a path as it stands: `fetch` would clean it first. */
function ask(path: string, {host, method = "GET"}: {host?: string; method?: string} = {}): Promise<Answer> {
  const {port} = new URL(view.url);
  return new Promise((resolve, reject) => {
    const options = {host: "127.0.0.1", port, path, method, headers: {host: host ?? `127.0.0.1:${port}`}};
    request(options, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({status: response.statusCode!, body, headers: response.headers}));
    })
      .on("error", reject)
      .end();
  });
}

function root(): string {
  return new URL(".", view.url).pathname;
}

test("the address opens Speedscope, which finds the profile beside itself", async () => {
  const {status, body, headers} = await ask(`${root()}index.html`);
  assert.equal(status, 200);
  assert.match(body, /speedscope/);
  assert.match(String(headers["content-security-policy"]), /default-src 'self'/);
  const hash = new URLSearchParams(new URL(view.url).hash.slice(1));
  const profile = new URL(hash.get("profileURL")!, view.url);
  assert.deepEqual(await ask(profile.pathname).then(({body}) => body), shown.bytes.toString());
  assert.equal(hash.get("title"), shown.title);
});

test("every file that Speedscope's page asks for is served", async () => {
  const {body} = await ask(`${root()}index.html`);
  const files = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  assert.ok(files.length >= 3);
  for (const file of files) assert.equal((await ask(root() + file)).status, 200, file);
});

test("nothing outside is served, however the path is written, and nothing without the secret", async () => {
  const paths = [
    "../package.json",
    "..%2fpackage.json",
    "%2e%2e/package.json",
    "/etc/passwd",
    "profile/other",
    "%",
    ""
  ];
  for (const path of paths) assert.equal((await ask(root() + path)).status, 404, path);
  for (const path of ["/", "/index.html", "/x/index.html", "/profile/a.cpuprofile"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("a request that was made for another host is refused: a page elsewhere may have made it", async () => {
  const {port} = new URL(view.url);
  for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", "localhost:1"]) {
    assert.equal((await ask(`${root()}index.html`, {host})).status, 403, host);
  }
  assert.equal((await ask(`${root()}index.html`, {host: `localhost:${port}`})).status, 200);
});

test("only questions are answered", async () => {
  assert.equal((await ask(`${root()}index.html`, {method: "POST"})).status, 405);
  const head = await ask(`${root()}index.html`, {method: "HEAD"});
  assert.deepEqual([head.status, head.body], [200, ""]);
});

test("it listens on this machine only", () => {
  const address = view.server.address();
  assert.ok(typeof address === "object" && address?.address === "127.0.0.1");
});
