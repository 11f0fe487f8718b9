import assert from "node:assert/strict";
import {writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import {test} from "node:test";
import {MeasurementError, ReaderError} from "../errors.js";
import {TEMPORARY} from "../temporary-data.js";
import {evaluate} from "./evaluate.js";
import {releaseTarget} from "./release.js";
import {linux} from "./system/linux.js";
import {openTarget} from "./target.js";
import {startTarget} from "./target-process.js";
import {missingMajors, testNodes} from "./test-nodes.js";

const IDLE = 'setInterval(() => {}, 1000); console.log("ready");';
/** A machine that tests share may be slow. */
const PATIENT_MS = 20_000;
const onLinux = {skip: process.platform === "linux" ? false : "processes are looked into on Linux only"};

for (const major of missingMajors) test(`Node ${major}`, {skip: "not found: name it in HOTPATH_TEST_NODES"}, () => {});

for (const node of testNodes) {
  const on = `Node ${node.version}: `;

  test(
    `${on}an idle process opens its inspector without flags, and has no port left when it is released`,
    onLinux,
    async () => {
      const child = await startTarget(node, IDLE);
      const target = await openTarget(child.pid, PATIENT_MS);
      assert.equal(target.node, node.version);
      assert.equal(await evaluate(target.inspector, "process.pid"), child.pid);
      const release = await releaseTarget(target);
      assert.deepEqual(release, {inspector: "closed", turned: true});
      assert.deepEqual(await linux.listening(child.pid), []);
      await child.kill();
    }
  );

  test(
    `${on}a process in a synchronous loop answers, and its port does not open again when the loop turns`,
    onLinux,
    async () => {
      const flag = join(TEMPORARY, `turn-${node.version}`);
      const until = `while (!require("node:fs").existsSync(${JSON.stringify(flag)})) fib(5)`;
      const child = await startTarget(node, `${IDLE} setImmediate(() => { ${until}; console.log("turned"); });`);
      const target = await openTarget(child.pid, PATIENT_MS);
      assert.deepEqual(await releaseTarget(target), {inspector: "closed", turned: false});
      writeFileSync(flag, "");
      await child.saying("turned");
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(await linux.listening(child.pid), []);
      await child.kill();
    }
  );

  test(`${on}a handler of its own for SIGUSR1 runs, and the error says so`, onLinux, async () => {
    const child = await startTarget(node, `process.on("SIGUSR1", () => console.log("own handler")); ${IDLE}`);
    await assert.rejects(openTarget(child.pid, 300), (error: Error) => {
      assert.ok(error instanceof MeasurementError);
      assert.match(error.hint.join(" "), /handles SIGUSR1 itself/);
      return true;
    });
    await child.saying("own handler");
    await child.kill();
  });

  const disabled = node.major < 22 ? {skip: "this Node has no --disable-sigusr1"} : onLinux;
  test(`${on}--disable-sigusr1 is seen, and nothing is sent`, disabled, async () => {
    const child = await startTarget(node, IDLE, ["--disable-sigusr1"]);
    await assert.rejects(openTarget(child.pid, 300), (error: Error) => {
      assert.ok(error instanceof ReaderError);
      assert.match(error.hint.join(" "), /nothing was sent to it; .*--disable-sigusr1/);
      return true;
    });
    assert.equal(child.process.exitCode ?? child.process.signalCode, null);
    await child.kill();
  });

  test(
    `${on}of two processes that would take one port, the second is refused by name and untouched`,
    onLinux,
    async () => {
      const port = `--inspect-port=${await freePort()}`;
      const first = await startTarget(node, IDLE, [port]);
      const second = await startTarget(node, IDLE, [port]);
      const target = await openTarget(first.pid, PATIENT_MS);
      await assert.rejects(openTarget(second.pid, PATIENT_MS), (error: Error) => {
        assert.ok(error instanceof ReaderError);
        assert.match(error.message, new RegExp(`process ${second.pid} would open .* and process ${first.pid} `));
        return true;
      });
      await releaseTarget(target);
      const later = await openTarget(second.pid, PATIENT_MS);
      assert.equal(await evaluate(later.inspector, "process.pid"), second.pid);
      await releaseTarget(later);
      await Promise.all([first.kill(), second.kill()]);
    }
  );

  test(`${on}two processes are told apart when both are open`, onLinux, async () => {
    const children = await Promise.all([startTarget(node, IDLE), startTarget(node, IDLE)]);
    const targets = await Promise.all(children.map(({pid}) => openTarget(pid, PATIENT_MS)));
    const pids = await Promise.all(targets.map(({inspector}) => evaluate(inspector, "process.pid")));
    assert.deepEqual(
      pids,
      children.map(({pid}) => pid)
    );
    await Promise.all(targets.map((target) => releaseTarget(target)));
    await Promise.all(children.map(({kill}) => kill()));
  });

  test(`${on}an inspector that was open before stays open`, onLinux, async () => {
    const child = await startTarget(node, IDLE, ["--inspect=127.0.0.1:0"]);
    const before = await linux.listening(child.pid);
    const target = await openTarget(child.pid, PATIENT_MS);
    assert.equal(target.openedByUs, false);
    assert.deepEqual(await releaseTarget(target), {inspector: "kept", turned: null});
    assert.deepEqual(await linux.listening(child.pid), before);
    await child.kill();
  });

  test(`${on}of two commands at one process the last one to leave closes the inspector`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const first = await openTarget(child.pid, PATIENT_MS);
    const second = await openTarget(child.pid, PATIENT_MS);
    assert.equal((await releaseTarget(first)).inspector, "shared");
    assert.equal(await evaluate(second.inspector, "process.pid"), child.pid);
    assert.equal((await releaseTarget(second)).inspector, "closed");
    assert.deepEqual(await linux.listening(child.pid), []);
    await child.kill();
  });

  test(`${on}what a command left open that was ended too hard is closed by the next one`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const {inspector} = await openTarget(child.pid, PATIENT_MS);
    const nobody = 2 ** 22 + 1;
    await evaluate(inspector, `void globalThis[Symbol.for("hotpath.visits")].pids.splice(0, 1, ${nobody})`);
    await inspector.close();
    assert.equal((await releaseTarget(await openTarget(child.pid, PATIENT_MS))).inspector, "closed");
    assert.deepEqual(await linux.listening(child.pid), []);
    await child.kill();
  });

  test(`${on}an inspector that another program closed is not taken for the death of the target`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const target = await openTarget(child.pid, PATIENT_MS);
    const close = `setTimeout(() => process.getBuiltinModule("node:inspector").close(), 20), 0`;
    await evaluate(target.inspector, close);
    await target.inspector.ended;
    assert.equal((await releaseTarget(target)).inspector, "lost");
    await child.kill();
  });

  test(`${on}the death of the target is told from its release`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const target = await openTarget(child.pid, PATIENT_MS);
    await child.kill();
    await target.inspector.ended;
    assert.deepEqual(await releaseTarget(target), {inspector: "gone", turned: null});
  });

  test(`${on}a target that ends in place of opening its inspector is told to have ended`, onLinux, async () => {
    const child = await startTarget(node, `process.on("SIGUSR1", () => process.exit(4)); ${IDLE}`);
    await assert.rejects(openTarget(child.pid, 1000), /ended while its inspector was being opened$/);
    assert.equal(await child.ended, 4);
  });

  test(`${on}an exit of the target is announced, and goes on when we leave`, onLinux, async () => {
    const child = await startTarget(node, IDLE);
    const target = await openTarget(child.pid, PATIENT_MS);
    await evaluate(target.inspector, "setTimeout(() => process.exit(7), 20), 0");
    await target.exiting;
    await releaseTarget(target, true);
    assert.equal(await child.ended, 7);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const {port} = server.address() as {port: number};
      server.close(() => resolve(port));
    });
  });
}
