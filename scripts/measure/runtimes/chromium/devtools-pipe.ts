import type {Readable, Writable} from "node:stream";
import {Session} from "../../../profile/session.js";

/** Longest message that is taken: what is asked for here is answered in a line. */
const MOST_TEXT = 2 ** 20;

/** A browser that ends tears its pipes first; how it ended tells more, and comes a moment later. */
const GRACE_MS = 1000;

/**
 * A conversation in the DevTools protocol over the two pipes of `--remote-debugging-pipe`: messages are JSON, and a
 * zero byte ends each.
 *
 * @param to what the browser reads
 * @param from what it writes
 */
export function pipeSession(to: Writable, from: Readable): Session {
  const session = new Session((text) => void to.write(`${text}\0`));
  let rest = "";
  from.setEncoding("utf8").on("data", (part: string) => {
    const messages = (rest + part).split("\0");
    rest = messages.pop()!;
    for (const message of messages) session.receive(message);
    if (rest.length <= MOST_TEXT) return;
    rest = "";
    session.end("it sent a message without end");
  });
  const failed = ({message}: Error) => setTimeout(() => session.end(`its pipe failed: ${message}`), GRACE_MS).unref();
  for (const pipe of [to, from]) pipe.on("error", failed);
  return session;
}
