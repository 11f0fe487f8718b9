import type {LabDescription} from "#lib/result.js";

/** Asks the lab at an address what it is, and answers once, as `fork-worker.ts` of the site does. */
self.addEventListener("message", async ({data}: MessageEvent<{readonly lab: string}>) => {
  try {
    const compiled: {describe(): LabDescription} = await import(data.lab);
    self.postMessage({reply: compiled.describe()});
  } catch (error) {
    self.postMessage({failed: String(error)});
  }
});
