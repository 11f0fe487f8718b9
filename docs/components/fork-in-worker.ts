import {checkFork, type Fork, type LabDescription} from "../lib/result.js";
import type {ForkAnswer, ForkOrder} from "./fork-worker.js";

/** One fork that has been checked, and what its lab says of itself. */
export interface MeasuredFork {
  readonly fork: Fork;
  readonly lab: LabDescription;
}

const PATIENCE_MS = 30_000;

/**
 * Measures one fork in a fresh Worker, which ends with it.
 *
 * @throws Error if the lab throws, if nothing comes within half a minute, or if the signal aborts
 */
export async function forkInWorker(order: ForkOrder, signal: AbortSignal): Promise<MeasuredFork> {
  const answer = await askFresh(order, signal);
  if ("failed" in answer) throw new Error(answer.failed);
  const {variant, size} = order.request;
  const fork = checkFork(answer.reply.fork, `${variant} at ${size}`);
  return {fork, lab: answer.lab};
}

async function askFresh(order: ForkOrder, signal: AbortSignal): Promise<ForkAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(import.meta.resolve("./fork-worker.js"), {type: "module"});
  try {
    return await firstMessage(worker, order, signal);
  } finally {
    worker.terminate();
  }
}

function firstMessage(worker: Worker, order: ForkOrder, signal: AbortSignal): Promise<ForkAnswer> {
  return new Promise((resolve, reject) => {
    const {variant} = order.request;
    const slow = setTimeout(() => reject(new Error(`${variant} did not finish in half a minute`)), PATIENCE_MS);
    const end = (settle: () => void) => {
      clearTimeout(slow);
      settle();
    };
    worker.onmessage = ({data}: MessageEvent<ForkAnswer>) => end(() => resolve(data));
    worker.onerror = ({message}) => end(() => reject(new Error(message || "the worker could not be started")));
    signal.addEventListener("abort", () => end(() => reject(signal.reason)), {once: true});
    worker.postMessage(order);
  });
}
