import {FileAttachment} from "observablehq:stdlib";
import type {LabDigest} from "../lib/digest.js";
import {LIMITS} from "../lib/digest-limits.js";
import type {ReadAnswer, ReadOrder} from "./drop-worker.js";

const PATIENCE_MS = 20_000;

/**
 * Reads a result file in a Worker of its own, which ends with it: whatever the file holds, the page goes on.
 *
 * @returns the runs that were read, or what is wrong with the file, and where
 */
export async function readFile(file: File, labs: readonly LabDigest[]): Promise<ReadAnswer> {
  if (file.size > LIMITS.bytes) {
    return {problem: `${file.name}: expected at most ${LIMITS.bytes} bytes, got ${file.size}`};
  }
  const worker = new Worker(await FileAttachment("../workers/read-result.js").url(), {type: "module"});
  try {
    return await firstAnswer(worker, {file, labs});
  } finally {
    worker.terminate();
  }
}

function firstAnswer(worker: Worker, order: ReadOrder): Promise<ReadAnswer> {
  const {name} = order.file;
  return new Promise((resolve) => {
    const slow = setTimeout(() => resolve({problem: `${name}: was not read within twenty seconds`}), PATIENCE_MS);
    const end = (answer: ReadAnswer) => {
      clearTimeout(slow);
      resolve(answer);
    };
    worker.onmessage = ({data}: MessageEvent<ReadAnswer>) => end(data);
    worker.onmessageerror = () => end({problem: `${name}: could not be read`});
    worker.onerror = ({message}) =>
      end({problem: `${name}: could not be read: ${message || "no Worker could be started"}`});
    worker.postMessage(order);
  });
}
