import assert from "node:assert/strict";
import {existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {describe, test} from "node:test";
import {ReaderError} from "../../../errors.js";
import {TEMPORARY} from "../../../temporary-data.js";
import {ask, ForkError, Interrupted} from "../../ask.js";
import {openBroker} from "./broker.js";
import {fakeChromium} from "./fake-chromium.js";
import {identifyChromium} from "./identify.js";

const skip = process.platform === "win32" ? "the browser that stands in is a shell script" : false;

process.env.TMPDIR = TEMPORARY;

interface Asking {
  readonly times?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Asks a browser that stands in for Chromium, as a session does. @returns answers, or the messages of errors */
async function askFake(executable: string, {times = 1, timeoutMs = 60_000, signal}: Asking = {}): Promise<unknown[]> {
  const runtime = (await identifyChromium(executable))!;
  const broker = await openBroker(executable);
  const options = {runtime, child: broker.socket, timeoutMs, signal: signal ?? new AbortController().signal};
  const told: unknown[] = [];
  for (let time = 0; time < times; time++) {
    const answer = ask({lab: "/no/lab.mjs", task: "describe"}, options);
    told.push(
      await answer.catch((error: Error) => {
        assert.ok(error instanceof ForkError || error instanceof Interrupted, String(error));
        return error.message;
      })
    );
  }
  broker.close();
  return told;
}

const leftovers = () => readdirSync(TEMPORARY).filter((name) => name.startsWith("hotpath-chromium-"));

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a browser that stands in for Chromium", {skip}, () => {
  test("is started once for all questions, and each gets a context that is closed with it", async () => {
    const {executable, log} = fakeChromium('says {"answer": {"a": [1, null]}}');
    assert.deepEqual(await askFake(executable, {times: 2}), [{a: [1, null]}, {a: [1, null]}]);
    const each = ["Target.createBrowserContext", "Target.createTarget", "Target.disposeBrowserContext"];
    const start = ["Browser.getVersion", "Target.setDiscoverTargets"];
    assert.deepEqual(readFileSync(log, "utf8").trim().split("\n"), [...start, ...each, ...each]);
    assert.deepEqual(leftovers(), []);
  });

  test("what a page sends that is no answer is refused as that of any other child", async () => {
    for (const body of ["<html>", "null", "[]", "{}", '{"answer": 1}\n{"answer": 2}']) {
      const [told] = await askFake(fakeChromium(`says ${body}`).executable);
      assert.match(String(told), /^printed ".*" on standard output, where only the answer may stand/, body);
    }
    assert.match(String(await askFake(fakeChromium("floods").executable)), /^printed without end and was stopped/);
    assert.deepEqual(await askFake(fakeChromium("says ").executable), ["ended with code 0 before it answered"]);
    assert.deepEqual(await askFake(fakeChromium('says {"error": "no"}').executable), ["threw: no"]);
  });

  test("one that ends is named with how it ended, and the next question starts another", async () => {
    const died = /^ended with code 1 before it answered: Error: the browser ended/;
    const [first, second] = await askFake(fakeChromium("dies once").executable, {times: 2});
    assert.match(String(first), died);
    assert.equal(second, "alive again");
    for (const told of await askFake(fakeChromium("dies").executable, {times: 2})) assert.match(String(told), died);
    assert.deepEqual(leftovers(), []);
  });

  test("a page that crashes is lost at once, and the browser serves the next", async () => {
    const {executable, log} = fakeChromium("crashes");
    const crashed = "ended with code 1 before it answered: Error: its page crashed (crashed)";
    assert.deepEqual(await askFake(executable, {times: 2}), [crashed, crashed]);
    assert.equal(readFileSync(log, "utf8").match(/Browser.getVersion/g)!.length, 1);
  });

  test("a page that hangs is closed when its time is over, or when the reader stops the run", async () => {
    const {executable, log} = fakeChromium("hangs");
    const disposals = () => (existsSync(log) ? (readFileSync(log, "utf8").match(/dispose/g) ?? []).length : 0);
    const runtime = (await identifyChromium(executable))!;
    const broker = await openBroker(executable);
    const question = {lab: "/no/lab.mjs", task: "describe"};
    const options = {runtime, child: broker.socket, timeoutMs: 1000, signal: new AbortController().signal};
    await assert.rejects(ask(question, options), {message: "gave no answer within 1 s and was stopped"});
    await until(() => disposals() === 1);
    const controller = new AbortController();
    const asking = ask(question, {...options, timeoutMs: 60_000, signal: controller.signal});
    await until(() => readFileSync(log, "utf8").match(/createTarget/g)!.length === 2);
    controller.abort();
    await assert.rejects(asking, Interrupted);
    await until(() => disposals() === 2);
    broker.close();
  });

  test("one that does not start is an error with its own words, and leaves nothing", async () => {
    const refusal = async (executable: string) => {
      const error = await openBroker(executable).then(
        () => assert.fail("it started"),
        (thrown: unknown) => thrown
      );
      assert.ok(error instanceof ReaderError, String(error));
      assert.match(error.hint.join("\n"), /--headless=new --dump-dom/);
      return error.message;
    };
    assert.match(
      await refusal(fakeChromium("does not start").executable),
      /chromium: it ended, with code 1: No usable sandbox!$/
    );
    assert.match(await refusal(fakeChromium("talks nonsense").executable), /chromium: .*not the protocol/);
    assert.match(await refusal(join(TEMPORARY, "none")), /none: it could not be started: spawn .* ENOENT$/);
    assert.deepEqual(leftovers(), []);
  });

  test("what a killed session left is deleted by the next, what a living one has is not", async () => {
    const [dead, living] = ["hotpath-chromium-999999999-abc", `hotpath-chromium-${process.ppid}-abc`];
    for (const name of [dead, living]) mkdirSync(join(TEMPORARY, name));
    await askFake(fakeChromium('says {"answer": 1}').executable);
    assert.deepEqual(leftovers(), [living]);
  });
});
