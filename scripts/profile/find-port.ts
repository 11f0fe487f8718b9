import {get} from "node:http";
import * as v from "valibot";
import {parsedJson} from "../parsed-json.js";
import type {Listening, System} from "./system/process-info.js";

/** The inspector answers from a thread of its own, so that even a busy process is quick. */
const REPLY_MS = 500;
const MOST_REPLY = 1 << 20;
const POLL_MS = 4;

/** An inspector that is open. */
export interface OpenInspector extends Listening {
  /** `ws://127.0.0.1:PORT/ID` */
  readonly url: string;
}

const pages = v.array(v.looseObject({type: v.string(), webSocketDebuggerUrl: v.string()}));

/**
 * The inspector behind a port, if it is one. The address is made from the port that was asked, whatever the reply
 * says: nothing there can send us elsewhere.
 */
export async function inspectorAt({host, port}: Listening): Promise<OpenInspector | null> {
  const reply = await fetchText(`http://${host}:${port}/json/list`);
  const listed = v.safeParse(pages, reply === null ? null : parsedJson(reply));
  const page = listed.success ? listed.output.find(({type}) => type === "node") : undefined;
  const id = /\/([0-9a-f-]{36})$/.exec(page?.webSocketDebuggerUrl ?? "")?.[1];
  return id === undefined ? null : {host, port, url: `ws://${host}:${port}/${id}`};
}

/** The first of some ports behind which there is an inspector. */
export async function firstInspector(ports: readonly Listening[]): Promise<OpenInspector | null> {
  const found = await Promise.all(ports.map(inspectorAt));
  return found.find((inspector) => inspector !== null) ?? null;
}

/**
 * Waits until a process listens on a port that was not there before.
 *
 * @returns null if it does not by `deadline`, a time of `performance.now()`
 */
export async function newPort(
  system: System,
  pid: number,
  before: readonly Listening[],
  deadline: number
): Promise<Listening | null> {
  for (;;) {
    const now = await system.listening(pid);
    const added = now.find(({port}) => !before.some((known) => known.port === port));
    if (added !== undefined) return added;
    if (performance.now() > deadline) return null;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function fetchText(url: string): Promise<string | null> {
  return new Promise((resolve) => {
    const request = get(url, {agent: false, timeout: REPLY_MS}, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
        if (text.length > MOST_REPLY) request.destroy();
      });
      response.on("end", () => resolve(text));
      response.on("error", () => resolve(null));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
    setTimeout(() => request.destroy(), 2 * REPLY_MS).unref();
  });
}
