import {type PerformanceEntry, PerformanceObserver, performance} from "node:perf_hooks";
import process from "node:process";
import {pathToFileURL} from "node:url";
import type {ForkReply, ForkRequest, Host} from "#lib/measure.js";
import type {LabDescription} from "#lib/result.js";

/** What the parent asks of a child: to describe a lab, or to measure one fork of it. */
export type Question =
  | {readonly lab: string; readonly task: "describe"}
  | {readonly lab: string; readonly task: "fork"; readonly request: ForkRequest};

interface CompiledModule {
  describe(): LabDescription;
  measureFork(request: ForkRequest, host: Host): Promise<ForkReply>;
}

const host: Host = {
  now: () => performance.now() * 1e6,
  cpuNs() {
    const {user, system} = process.cpuUsage();
    return (user + system) * 1e3;
  },
  ...(typeof globalThis.gc === "function" ? {collect: () => void globalThis.gc!()} : {}),
  ...(tellsOfCollections() ? {countCollections} : {})
};

/** Bun has no entries for collections; Deno 2.9 says that it has, and sends none. */
function tellsOfCollections(): boolean {
  const {supportedEntryTypes} = PerformanceObserver as {supportedEntryTypes?: readonly string[]};
  return !("Deno" in globalThis) && (supportedEntryTypes?.includes("gc") ?? false);
}

/** Longest wait for what the runtime has still to tell. */
const ENTRIES_MS = 250;

function countCollections(): () => Promise<{count: number; ms: number}> {
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void entries.push(...list.getEntries()));
  observer.observe({entryTypes: ["gc"]});
  const start = performance.now();
  return async () => {
    const end = performance.now();
    await newsOf(entries, end);
    observer.disconnect();
    const own = entries.filter(({startTime}) => startTime >= start && startTime < end);
    return {count: own.length, ms: Number(own.reduce((sum, {duration}) => sum + duration, 0).toPrecision(4))};
  };
}

/** Entries come late: one more collection is made, and once it has been told, all before it have been. */
async function newsOf(entries: readonly PerformanceEntry[], end: number): Promise<void> {
  globalThis.gc?.({type: "minor"});
  while (!entries.some(({startTime}) => startTime >= end) && performance.now() - end < ENTRIES_MS) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function answer(question: Question): Promise<unknown> {
  const lab: CompiledModule = await import(pathToFileURL(question.lab).href);
  return question.task === "describe" ? lab.describe() : lab.measureFork(question.request, host);
}

/** One line of JSON: `{"answer": …}` or `{"error": "…"}`. Then the process ends, whatever the lab left open. */
function reply(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`, () => process.exit(0));
}

answer(JSON.parse(process.argv[2]!)).then(
  (value) => reply({answer: value}),
  (error) => reply({error: error instanceof Error ? error.message : String(error)})
);
