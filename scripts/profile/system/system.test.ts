import assert from "node:assert/strict";
import {createServer} from "node:net";
import {test} from "node:test";
import {FREE_PORT} from "../preload/preload-file.js";
import {linux} from "./linux.js";
import {listeningIn, readLine} from "./macos.js";
import {inspectPortIn, isNodeName} from "./process-info.js";
import {listenersIn, tasksIn} from "./windows.js";

const onLinux = {skip: process.platform === "linux" ? false : "reads /proc"};

test("a program is called Node by its name, and nothing else is", () => {
  for (const path of [
    "/usr/bin/node",
    "/opt/node-22/bin/node",
    "nodejs",
    "node20",
    "node-v24.1.0",
    "C:\\Node\\node.exe",
    "/n/node (deleted)"
  ])
    assert.ok(isNodeName(path), path);
  for (const path of ["/usr/bin/sleep", "/usr/bin/nodemon", "/opt/node/bin/bun", "/usr/bin/node_exporter", ""])
    assert.ok(!isNodeName(path), path);
});

test("the port of the inspector is the last one that the options name", () => {
  assert.equal(inspectPortIn([]), 9229);
  assert.equal(inspectPortIn(["--inspect"]), 9229);
  assert.equal(inspectPortIn(["--inspect=0.0.0.0:9300"]), 9300);
  assert.equal(inspectPortIn(["--inspect-port=0", "app.js"]), 0);
  assert.equal(inspectPortIn([`--require=${FREE_PORT}`, "app.js"]), 0);
  assert.equal(inspectPortIn(["--inspect-port=0", "--inspect=9400", "--inspect-brk"]), 9400);
});

test("this process and its port are found, and the port goes when the server does", onLinux, async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as {port: number}).port));
  });
  assert.deepEqual(await linux.listening(process.pid), [{host: "127.0.0.1", port}]);
  assert.equal(await linux.holder(port), process.pid);
  const info = await linux.describe(process.pid);
  assert.deepEqual([info!.pid, info!.ours, info!.state, info!.outOfReach], [process.pid, true, "alive", null]);
  assert.ok(info!.cpuSeconds! > 0 && info!.command.length > 1);
  assert.ok((await linux.nodes()).includes(process.pid));
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(await linux.listening(process.pid), []);
  assert.equal(await linux.holder(port), null);
});

test("a process that is not there is null", onLinux, async () => {
  assert.equal(await linux.describe(2 ** 22 + 1), null);
});

test("a line of macOS' ps is read, with days and without", () => {
  const info = readLine("  501  501 Ss   1-02:03:04.50 /opt/homebrew/bin/node", []);
  assert.deepEqual(
    [info!.pid, info!.state, info!.cpuSeconds, info!.executable],
    [501, "alive", 93784.5, "/opt/homebrew/bin/node"]
  );
  assert.equal(readLine("  7  501 T    0:00.10 /bin/my node", [])!.state, "stopped");
  assert.equal(readLine("PID UID", []), null);
});

test("lsof and netstat are read for ports of loopback and of all addresses, in any language", () => {
  assert.deepEqual(listeningIn("p501\nf21\nn127.0.0.1:9229\nn*:3000\nn[::1]:9230\nn10.0.0.5:80\n"), [
    {host: "127.0.0.1", port: 9229},
    {host: "127.0.0.1", port: 3000},
    {host: "[::1]", port: 9230}
  ]);
  const netstat = `
  Proto  Lokale Adresse         Remoteadresse          Status           PID
  TCP    127.0.0.1:9229         0.0.0.0:0              ABHÖREN          4321
  TCP    127.0.0.1:9229         127.0.0.1:50000        HERGESTELLT      4321
  TCP    10.0.0.5:80            0.0.0.0:0              ABHÖREN          4
`;
  assert.deepEqual(listenersIn(netstat), [{host: "127.0.0.1", port: 9229, pid: 4321}]);
});

test("tasklist is read", () => {
  assert.deepEqual(tasksIn('"node.exe","4321","Console","1","44,120 K"\r\nINFO: none\r\n'), [
    {name: "node.exe", pid: 4321}
  ]);
});
