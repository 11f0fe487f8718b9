import {performance} from "node:perf_hooks";
import process from "node:process";
import {pathToFileURL} from "node:url";
import type {Lab} from "#lib/lab.js";
import {takeCalls} from "#lib/warmup/take-calls.js";
import type {WarmupQuestion} from "../../measure/warmup-question.js";

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
