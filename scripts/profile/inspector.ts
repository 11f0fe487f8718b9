import WebSocket from "ws";
import {Session, SessionEnded} from "./session.js";

/** Longest message that is taken: profiles and pieces of heap snapshots come as one message each. */
const MOST_BYTES = 1024 * 2 ** 20;

/** A session with a process over its inspector's WebSocket. */
export interface Inspector extends Session {
  /** Settles when the connection has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the connection; the target's inspector stays as it is. */
  close(): Promise<void>;
}

class WebSocketSession extends Session implements Inspector {
  readonly ended: Promise<void>;
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    super((text) => socket.send(text));
    this.#socket = socket;
    socket.on("message", (data) => this.receive(data.toString()));
    this.ended = new Promise((resolve) => {
      socket.on("close", () => {
        this.end("the connection to the target ended");
        resolve();
      });
    });
    socket.on("error", (error) => this.end(`the connection to the target failed: ${error.message}`));
  }

  async close(): Promise<void> {
    this.#socket.close();
    const timer = setTimeout(() => this.#socket.terminate(), 200);
    await this.ended;
    clearTimeout(timer);
  }
}

/**
 * Connects to an inspector on this machine.
 *
 * @param url `ws://127.0.0.1:PORT/ID`, as `/json/list` gives it
 * @throws SessionEnded if nothing there speaks WebSocket; RangeError if the address is not on loopback
 */
export function connectInspector(url: string, timeoutMs = 2000): Promise<Inspector> {
  if (!isLoopback(url)) throw new RangeError(`expected an inspector on loopback, got ${url}`);
  const socket = new WebSocket(url, {perMessageDeflate: false, maxPayload: MOST_BYTES, handshakeTimeout: timeoutMs});
  return new Promise((resolve, reject) => {
    socket.once("open", () => resolve(new WebSocketSession(socket)));
    socket.once("error", (error) => reject(new SessionEnded(`${url}: ${error.message}`, {cause: error})));
  });
}

/** Whether a WebSocket's address is on this machine and nowhere else. */
export function isLoopback(url: string): boolean {
  const {protocol, hostname} = new URL(url);
  return protocol === "ws:" && /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/.test(hostname);
}
