import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {parsedJson} from "../parsed-json.js";

/** The conversation ended before the answer came: the target exited, or someone closed the connection. */
export class SessionEnded extends Error {
  override readonly name = "SessionEnded";
}

/** The target did not answer in time: it may be stopped, or busy in code that V8 cannot interrupt. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** The target refused a command, or answered what the protocol does not allow. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
}

/** Longest time that an ordinary command may take. */
export const ANSWER_MS = 5000;

interface Pending {
  readonly method: string;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const message = v.looseObject({
  id: v.optional(v.number()),
  result: v.optional(v.unknown()),
  error: v.optional(v.looseObject({message: v.string()})),
  method: v.optional(v.string()),
  params: v.optional(v.unknown())
});

/**
 * One conversation in the Chrome DevTools protocol (JSON; https://chromedevtools.github.io/devtools-protocol/),
 * whatever carries it: a WebSocket, or the session of a worker inside another. All that comes in is checked.
 */
export class Session {
  readonly #send: (text: string) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, Set<(params: unknown) => void>>();
  #lastId = 0;
  #ended: string | undefined;

  /** @param send hands a message to the other side */
  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  /** Whether commands can still be sent. */
  get open(): boolean {
    return this.#ended === undefined;
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @param answer what the result must look like
   * @throws SessionEnded, NoAnswer or ProtocolError (refused, or another answer than `answer`)
   */
  async ask<const Schema extends v.GenericSchema>(
    method: string,
    params: object,
    answer: Schema,
    timeoutMs = ANSWER_MS
  ): Promise<v.InferOutput<Schema>> {
    return checked(answer, await this.#request(method, params, timeoutMs), method);
  }

  /** Sends a command whose answer carries nothing. @throws as `ask` */
  async command(method: string, params: object = {}, timeoutMs = ANSWER_MS): Promise<void> {
    await this.#request(method, params, timeoutMs);
  }

  /**
   * Listens to an event. What does not look like `params` ends the session: the other side speaks no protocol
   * that we know.
   *
   * @returns a function that stops listening
   */
  on<const Schema extends v.GenericSchema>(
    event: string,
    params: Schema,
    listener: (params: v.InferOutput<Schema>) => void
  ): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    const heard = (value: unknown) => {
      const known = this.#understand(params, value, event);
      if (known !== undefined) listener(known.value);
    };
    this.#listeners.set(event, listeners.add(heard));
    return () => listeners.delete(heard);
  }

  /** Takes a message from the other side; one that is no protocol ends the session. */
  receive(text: string): void {
    const known = this.#understand(message, parsedJson(text), "message");
    if (known !== undefined) this.#take(known.value);
  }

  /** Ends the conversation: commands that wait for an answer fail with `reason`. Safe to call twice. */
  end(reason: string): void {
    this.#ended ??= reason;
    for (const id of [...this.#pending.keys()]) this.#settle(id, ({reject}) => reject(new SessionEnded(reason)));
  }

  #understand<const Schema extends v.GenericSchema>(schema: Schema, value: unknown, place: string) {
    try {
      return {value: checked(schema, value, place)};
    } catch (error) {
      this.end(`the target sent something that is not the protocol: ${(error as Error).message}`);
      return undefined;
    }
  }

  #request(method: string, params: object, timeoutMs: number): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(new SessionEnded(this.#ended));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const silent = () => reject(new NoAnswer(`${method}: no answer within ${timeoutMs / 1000} s`));
      const timer = setTimeout(() => this.#settle(id, silent), timeoutMs);
      this.#pending.set(id, {method, timer, resolve, reject});
      this.#send(JSON.stringify({id, method, params}));
    });
  }

  #take({id, result, error, method, params}: v.InferOutput<typeof message>): void {
    if (id !== undefined) {
      this.#settle(id, (pending) => {
        if (error === undefined) pending.resolve(result);
        else pending.reject(new ProtocolError(`${pending.method}: ${error.message}`));
      });
    } else if (method !== undefined) {
      for (const listener of this.#listeners.get(method) ?? []) listener(params);
    } else {
      this.end("the target sent something that is not the protocol: neither an answer nor an event");
    }
  }

  #settle(id: number, settle: (pending: Pending) => void): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    settle(pending);
  }
}

function checked<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string
): v.InferOutput<Schema> {
  try {
    return checkValue(schema, value, place);
  } catch (error) {
    throw new ProtocolError((error as Error).message);
  }
}
