import {performance} from "node:perf_hooks";
import process from "node:process";
import {pathToFileURL} from "node:url";
import type {Lab} from "#lib/lab.js";
import {takeCalls, type WarmupRequest} from "#lib/warmup/take-calls.js";

/** What the parent asks: the calls of a variant of an opened lab. */
export interface WarmupQuestion {
  /** A module that exports `lab`. */
  readonly lab: string;
  readonly task: "warmup";
  readonly request: WarmupRequest;
}

async function answer({lab, request}: WarmupQuestion): Promise<unknown> {
  const opened: {lab: Lab<unknown>} = await import(pathToFileURL(lab).href);
  return takeCalls(opened.lab, request, () => performance.now() * 1e6);
}

/** One line of JSON: `{"answer": …}` or `{"error": "…"}`. Then the process ends, whatever the lab left open. */
function reply(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`, () => process.exit(0));
}

answer(JSON.parse(process.argv[2]!)).then(
  (value) => reply({answer: value}),
  (error) => reply({error: error instanceof Error ? error.message : String(error)})
);
