import {randomUUID} from "node:crypto";
import {readFile} from "node:fs/promises";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {extname} from "node:path";
import * as v from "valibot";
import {parsedJson} from "../../../parsed-json.js";
import {listenOn} from "../../../site/listen.js";
import {ISOLATION, TYPES} from "../../../site/serve.js";
import {BrowserError} from "./browser.js";
import {pageFiles} from "./page-files.js";

const HEADERS = {...ISOLATION, "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"};

/** Longest answer that is taken; what is cut off is no JSON, so nobody will believe it. */
const MOST_TEXT = 2 ** 20;

/** The part of a question that says what is to be served with it. */
const Question = v.looseObject({lab: v.string(), task: v.picklist(["describe", "fork", "warmup"])});

/** A question that a page can answer. */
export interface Asked {
  /** Where the page is. Nobody else can guess it. */
  readonly url: string;
  /** What the page sends, not yet checked. */
  readonly answer: Promise<string>;
  /** Takes the page away. */
  forget(): void;
}

/** Serves pages to this machine alone, one for each question. */
export interface Pages {
  /** @throws BrowserError if it is no question */
  ask(question: string): Asked;
}

interface Waiting {
  readonly lab: string;
  readonly question: string;
  answered(text: string): void;
}

/** Serves until the signal aborts, without keeping this process from ending. */
export async function openPages(ending: AbortSignal): Promise<Pages> {
  const files = await pageFiles();
  const waiting = new Map<string, Waiting>();
  const server = createServer((request, response) => {
    const [, id = "", name] = /^\/([^/]+)\/([\w.-]*)$/.exec(request.url ?? "") ?? [];
    const page = waiting.get(id);
    respond(request, response, name || "index.html", page, files).catch((error: Error) => response.destroy(error));
  });
  server.on("connection", (socket) => socket.unref());
  const base = await listenOn(server, {port: 0, host: "127.0.0.1"});
  ending.addEventListener("abort", () => server.close());
  server.unref();
  return {
    ask(question) {
      const asked = v.safeParse(Question, parsedJson(question));
      if (!asked.success) throw new BrowserError("expected a question about a lab");
      const id = randomUUID();
      const answer = new Promise<string>((answered) => {
        waiting.set(id, {lab: asked.output.lab, question, answered});
      });
      return {url: `${base}${id}/`, answer, forget: () => void waiting.delete(id)};
    }
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  page: Waiting | undefined,
  files: ReadonlyMap<string, string>
): Promise<void> {
  if (page !== undefined && request.method === "POST" && name === "answer") {
    page.answered(await textOf(request));
    response.writeHead(204, HEADERS).end();
    return;
  }
  const body = page && request.method === "GET" ? await bodyOf(name, page, files) : undefined;
  const type = TYPES[extname(name)] ?? TYPES[".json"];
  response.writeHead(body === undefined ? 404 : 200, {...HEADERS, "Content-Type": type}).end(body);
}

async function bodyOf(
  name: string,
  {lab, question}: Waiting,
  files: ReadonlyMap<string, string>
): Promise<string | undefined> {
  if (name === "question") return question;
  return name === "lab.js" ? readFile(lab, "utf8") : files.get(name);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) {
    text += part;
    if (text.length > MOST_TEXT) break;
  }
  return text.slice(0, MOST_TEXT);
}
