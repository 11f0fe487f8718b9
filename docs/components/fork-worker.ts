import type {ForkReply, ForkRequest, Host} from "../lib/measure.js";
import type {LabDescription} from "../lib/result.js";

/** What the page asks of a fresh Worker: one fork of the lab at this address. */
export interface ForkOrder {
  readonly lab: string;
  readonly request: ForkRequest;
}

/** What the Worker answers, once. */
export type ForkAnswer = {readonly reply: ForkReply; readonly lab: LabDescription} | {readonly failed: string};

interface CompiledLab {
  describe(): LabDescription;
  measureFork(request: ForkRequest, host: Host): Promise<ForkReply>;
}

const host: Host = {now: () => performance.now() * 1e6};

self.addEventListener("message", async ({data}: MessageEvent<ForkOrder>) => {
  self.postMessage(await answer(data));
});

async function answer({lab, request}: ForkOrder): Promise<ForkAnswer> {
  try {
    const compiled = (await import(lab)) as CompiledLab;
    return {reply: await compiled.measureFork(request, host), lab: compiled.describe()};
  } catch (error) {
    return {failed: String(error)};
  }
}
