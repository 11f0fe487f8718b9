import {closeSync, openSync, renameSync, rmSync, writeSync} from "node:fs";
import process from "node:process";
import * as v from "valibot";
import {cannotWrite} from "../../files.js";
import {evaluate} from "../evaluate.js";
import type {Session} from "../session.js";

/** What the target has, before its heap is looked at. Bytes. */
export interface SnapshotCost {
  /** In use on its JavaScript heap, garbage included. */
  readonly heapUsed: number;
  /** What its process may still take, as far as the system tells. */
  readonly available: number;
}

/** A snapshot that was taken. */
export interface TakenSnapshot {
  readonly bytes: number;
  /** How long the target was busy with it, in milliseconds, seen from here. */
  readonly pauseMs: number;
}

/** A heap of many gigabytes takes many minutes. */
const MOST_MS = 60 * 60 * 1000;

const Cost = v.object({heapUsed: v.number(), available: v.number()});
const cost = `({
  heapUsed: process.memoryUsage().heapUsed,
  available: process.availableMemory?.() ?? (process.getBuiltinModule ?? require)("node:os").freemem()
})`;
const Chunk = v.looseObject({chunk: v.string()});
const Progress = v.looseObject({done: v.number(), total: v.number()});

/** Asks the target what a snapshot would have to do with. @throws as `evaluate` */
export async function snapshotCost(session: Session): Promise<SnapshotCost> {
  return v.parse(Cost, await evaluate(session, cost));
}

/**
 * The memory that the target takes beside its heap while a snapshot is made, at a guess on the safe side: V8 notes
 * every object and every reference, and the text waits in the process until it is sent.
 */
export function memoryNeeded({heapUsed}: SnapshotCost): number {
  return 256e6 + 3 * heapUsed;
}

/**
 * Writes what the main thread of a target has on its heap, piece by piece as it comes, whole or not at all. It holds
 * whatever the process holds, so only its owner may read it. Meanwhile the target does nothing else.
 *
 * @param progress called with the share that is done, 0 to 1
 * @throws ReaderError if the system refuses to write; else as `Session.ask`
 */
export async function takeSnapshot(
  session: Session,
  file: string,
  progress: (share: number) => void
): Promise<TakenSnapshot> {
  const output = new SnapshotFile(file);
  const stops = [
    session.on("HeapProfiler.addHeapSnapshotChunk", Chunk, ({chunk}) => output.add(chunk)),
    session.on("HeapProfiler.reportHeapSnapshotProgress", Progress, ({done, total}) => progress(done / total))
  ];
  try {
    await session.command("HeapProfiler.enable");
    const start = performance.now();
    await session.command("HeapProfiler.takeHeapSnapshot", {reportProgress: true}, MOST_MS);
    const pauseMs = performance.now() - start;
    await session.command("HeapProfiler.disable").catch(() => {});
    return {bytes: output.keep(), pauseMs};
  } finally {
    for (const stop of stops) stop();
    output.discard();
  }
}

/** A file that is there when it is whole. The system's refusal is noted, and thrown when it is to be kept. */
class SnapshotFile {
  readonly #file: string;
  readonly #temporary: string;
  #descriptor: number | null;
  #bytes = 0;
  #refusal: unknown = null;

  constructor(file: string) {
    this.#file = file;
    this.#temporary = `${file}.${process.pid}.tmp`;
    try {
      this.#descriptor = openSync(this.#temporary, "w", 0o600);
    } catch (error) {
      throw cannotWrite(file, error);
    }
  }

  add(text: string): void {
    if (this.#refusal !== null || this.#descriptor === null) return;
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
      this.#bytes += bytes.length;
    } catch (error) {
      this.#refusal = error;
    }
  }

  /** @returns the size of the file */
  keep(): number {
    if (this.#refusal !== null) throw cannotWrite(this.#file, this.#refusal);
    this.#close();
    renameSync(this.#temporary, this.#file);
    return this.#bytes;
  }

  /** Removes what was not kept. */
  discard(): void {
    this.#close();
    rmSync(this.#temporary, {force: true});
  }

  #close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}
