import type {Lab} from "#lib/lab.js";
import {takeCalls} from "#lib/warmup/take-calls.js";
import type {WarmupQuestion} from "../../../warmup-question.js";

/** Times the first calls of an opened lab at an address, and answers once, as `fork-worker.ts` of the site does. */
self.addEventListener("message", async ({data}: MessageEvent<WarmupQuestion>) => {
  try {
    const opened: {lab: Lab<unknown>} = await import(data.lab);
    self.postMessage({reply: takeCalls(opened.lab, data.request, () => performance.now() * 1e6)});
  } catch (error) {
    self.postMessage({failed: error instanceof Error ? error.message : String(error)});
  }
});
