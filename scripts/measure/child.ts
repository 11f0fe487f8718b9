import {PerformanceObserver, performance} from "node:perf_hooks";
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
  countCollections
};

function countCollections(): () => Promise<{count: number; ms: number}> {
  const seen = {count: 0, ms: 0};
  const add = (entries: {duration: number}[]) => {
    seen.count += entries.length;
    for (const {duration} of entries) seen.ms += duration;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({entryTypes: ["gc"]});
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    add(observer.takeRecords());
    observer.disconnect();
    return {count: seen.count, ms: Number(seen.ms.toPrecision(4))};
  };
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
