import {createReadStream} from "node:fs";
import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {createInterface} from "node:readline";
import type {V8Log} from "#lib/profile/v8-log/v8-log.js";
import {V8LogReader} from "#lib/profile/v8-log/v8-log-reader.js";
import {type Begun, begunThreads} from "../read-recording.js";
import {inSources} from "./in-sources.js";

/** V8 names a log for its isolate and its process. */
const LOG = /^isolate.*-(\d+)-v8\.log$/;

/** What V8 has logged of one thread, in places of the sources. */
export interface LoggedThread extends V8Log {
  /** Null where the thread has not told of itself, which a worker with an environment of its own does not. */
  readonly begun: Begun | null;
  readonly pid: number;
}

/** What a program has left. */
export interface LoggedThreads {
  /** In the order in which they began. */
  readonly threads: readonly LoggedThread[];
  /** Node processes that ran without the log. */
  readonly missing: readonly Begun[];
}

/** Reads the logs that V8 has left in a folder. Threads of a process are told apart by the order in which they began. */
export async function readLogs(folder: string): Promise<LoggedThreads> {
  const begun = await begunThreads(folder);
  const threads: LoggedThread[] = [];
  for (const {file, pid} of await logsIn(folder)) {
    const before = threads.filter((thread) => thread.pid === pid).length;
    const own = begun.filter((one) => one.pid === pid)[before] ?? null;
    threads.push({...(await inSources(await readLog(file))), begun: own, pid});
  }
  const missing = begun.filter(({pid, thread}) => thread === 0 && !threads.some((logged) => logged.pid === pid));
  return {threads, missing};
}

async function logsIn(folder: string): Promise<{file: string; pid: number}[]> {
  const names = (await readdir(folder)).filter((name) => LOG.test(name));
  const logs = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return {file, pid: Number(LOG.exec(name)![1]), began: (await stat(file)).birthtimeMs};
    })
  );
  return logs.sort((a, b) => a.began - b.began);
}

async function readLog(file: string): Promise<V8Log> {
  const reader = new V8LogReader();
  for await (const line of createInterface({input: createReadStream(file, "latin1")})) reader.add(line);
  return reader.result();
}
