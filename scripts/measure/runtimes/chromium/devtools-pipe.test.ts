import assert from "node:assert/strict";
import {PassThrough} from "node:stream";
import {test} from "node:test";
import * as v from "valibot";
import {SessionEnded} from "../../../profile/session.js";
import {pipeSession} from "./devtools-pipe.js";

const counted = v.looseObject({n: v.number()});

test("messages are cut at zero bytes, however the pipe cuts them", async () => {
  const [to, from] = [new PassThrough(), new PassThrough()];
  const session = pipeSession(to, from);
  const answer = session.ask("A.count", {}, counted);
  assert.equal(to.read().toString(), '{"id":1,"method":"A.count","params":{}}\0');
  const heard: number[] = [];
  session.on("A.counted", counted, ({n}) => heard.push(n));
  const bytes = Buffer.from('{"method":"A.counted","params":{"n":1,"ü":"ß"}}\0{"id":1,"result":{"n":2}}\0');
  for (const byte of bytes) from.write(Buffer.of(byte));
  assert.equal((await answer).n, 2);
  assert.deepEqual(heard, [1]);
});

test("a message without end, and a pipe that fails, end the conversation", async () => {
  const endless = [new PassThrough(), new PassThrough()] as const;
  const waits = pipeSession(...endless).command("A.b");
  endless[1].write("x".repeat(2 ** 20 + 1));
  await assert.rejects(waits, {name: "SessionEnded", message: "it sent a message without end"});
  const failing = [new PassThrough(), new PassThrough()] as const;
  const session = pipeSession(...failing);
  failing[0].destroy(new Error("EPIPE"));
  await assert.rejects(session.command("A.b"), SessionEnded);
});
