import assert from "node:assert/strict";
import {test} from "node:test";
import * as v from "valibot";
import {NoAnswer, ProtocolError, Session, SessionEnded} from "./session.js";

/** A session whose other side answers as `reply` says, a turn later. */
function sessionWith(reply: (message: {id: number; method: string}) => object | string | undefined): Session {
  const session: Session = new Session((text) => {
    const answer = reply(JSON.parse(text));
    if (answer === undefined) return;
    setImmediate(() => session.receive(typeof answer === "string" ? answer : JSON.stringify(answer)));
  });
  return session;
}

const version = v.looseObject({version: v.string()});

test("an answer is checked against what was expected of it", async () => {
  const session = sessionWith(({id, method}) => ({id, result: {version: method === "Good.one" ? "1" : 1}}));
  assert.equal((await session.ask("Good.one", {}, version)).version, "1");
  await assert.rejects(session.ask("Bad.one", {}, version), (error: Error) => {
    assert.ok(error instanceof ProtocolError);
    assert.equal(error.message, "Bad.one: version: expected string, got 1");
    return true;
  });
});

test("what the target refuses is an error that names the command", async () => {
  const session = sessionWith(({id}) => ({id, error: {code: -32601, message: "'X.y' wasn't found"}}));
  await assert.rejects(session.command("X.y"), {name: "ProtocolError", message: "X.y: 'X.y' wasn't found"});
});

test("silence is an error, and a late answer to it disturbs nothing", async () => {
  const ids: number[] = [];
  const session = sessionWith(({id}) => {
    ids.push(id);
    return ids.length === 1 ? undefined : {id, result: {}};
  });
  await assert.rejects(session.command("A.b", {}, 5), NoAnswer);
  session.receive(JSON.stringify({id: ids[0], result: {}}));
  await session.command("A.c");
});

test("the end of the connection fails what waits and what comes after", async () => {
  const session = sessionWith(() => undefined);
  const waits = session.command("A.b");
  session.end("the target exited");
  await assert.rejects(waits, {name: "SessionEnded", message: "the target exited"});
  await assert.rejects(session.command("A.c"), SessionEnded);
  assert.equal(session.open, false);
});

test("events reach those who listen, until they stop", () => {
  const session = sessionWith(() => undefined);
  const heard: number[] = [];
  const stop = session.on("A.counted", v.looseObject({n: v.number()}), ({n}) => heard.push(n));
  session.receive('{"method": "A.counted", "params": {"n": 1}}');
  session.receive('{"method": "A.other", "params": {"n": 2}}');
  stop();
  session.receive('{"method": "A.counted", "params": {"n": 3}}');
  assert.deepEqual(heard, [1]);
});

test("what is not the protocol ends the session instead of being believed", async () => {
  for (const text of ["<html>", "[]", "null", '{"id": "one"}']) {
    const session = sessionWith(() => text);
    await assert.rejects(session.command("A.b"), /not the protocol/);
  }
  const session = sessionWith(() => undefined);
  session.on("A.counted", v.looseObject({n: v.number()}), () => assert.fail("heard nonsense"));
  session.receive('{"method": "A.counted", "params": {"n": "many"}}');
  assert.equal(session.open, false);
});

test("a listener that throws is our bug, not the target's", () => {
  const session = sessionWith(() => undefined);
  session.on("A.b", v.unknown(), () => {
    throw new RangeError("ours");
  });
  assert.throws(() => session.receive('{"method": "A.b", "params": {}}'), RangeError);
});
