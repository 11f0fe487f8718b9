import type {LabDigest, RunDigest} from "../lib/digest.js";
import {digestText} from "../lib/digest-text.js";
import type {Problem} from "./ask-worker.js";

/** What the page asks of a Worker: to read this file, and to judge it by the labs as they are. */
export interface ReadOrder {
  readonly file: File;
  readonly labs: readonly LabDigest[];
}

/** What the Worker answers, once. */
export type ReadAnswer = {readonly runs: readonly RunDigest[]} | Problem;

self.addEventListener("message", async ({data}: MessageEvent<ReadOrder>) => {
  self.postMessage(await answer(data));
});

async function answer({file, labs}: ReadOrder): Promise<ReadAnswer> {
  try {
    return {runs: digestText(await file.text(), file.name, labs)};
  } catch (error) {
    const {name, message} = error as Error;
    return {problem: name === "ResultError" ? message : `${file.name}: could not be read: ${message}`};
  }
}
