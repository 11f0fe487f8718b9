import {FileAttachment} from "observablehq:stdlib";
import type {LabDigest} from "../lib/digest.js";
import {LIMITS} from "../lib/digest-limits.js";
import {askWorker} from "./ask-worker.js";
import type {ReadAnswer, ReadOrder} from "./drop-worker.js";

const PATIENCE_SECONDS = 20;

/**
 * Reads a result file beside the page.
 *
 * @returns the runs that were read, or what is wrong with the file, and where
 */
export async function readFile(file: File, labs: readonly LabDigest[]): Promise<ReadAnswer> {
  if (file.size > LIMITS.bytes) {
    return {problem: `${file.name}: expected at most ${LIMITS.bytes} bytes, got ${file.size}`};
  }
  const address = await FileAttachment("../workers/read-result.js").url();
  const order: ReadOrder = {file, labs};
  return askWorker<ReadAnswer>(address, {order, name: file.name, seconds: PATIENCE_SECONDS});
}
