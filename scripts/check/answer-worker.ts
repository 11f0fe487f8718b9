import {Worker} from "node:worker_threads";
import type {Answered} from "#lib/answer.js";
import {Interrupted} from "../measure/ask.js";
import type {AskAnswer} from "./contract.js";
import {SHORTEST} from "./contract.js";

/** Runs in a thread of its own, so that a variant that never ends can be stopped. */
const THREAD = `
const {parentPort, workerData} = require("node:worker_threads");
const lab = import(workerData);
const host = {now: () => performance.now() * 1e6};
parentPort.on("message", async (request) => {
  try {
    const {measureFork} = await lab;
    parentPort.postMessage({answer: (await measureFork(request, host)).answer});
  } catch (error) {
    parentPort.postMessage({error: String(error?.message ?? error)});
  }
});`;

type Reply = {readonly answer: Answered} | {readonly error: string};

/** Answers of a compiled lab, one after the other. */
export class AnswerWorker {
  readonly #module: string;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;
  #worker: Worker | null = null;

  /** @param module the address of the compiled lab */
  constructor(module: string, timeoutMs: number, signal: AbortSignal) {
    this.#module = module;
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
  }

  /**
   * @throws Error that names the variant if it throws, ends the thread, or gives no answer in time
   * @throws Interrupted if the signal is aborted
   */
  readonly ask: AskAnswer = async (variant, size, seed) => {
    if (this.#signal.aborted) throw new Interrupted("interrupted");
    this.#worker ??= new Worker(THREAD, {eval: true, workerData: this.#module, stdout: true, stderr: true});
    const request = {block: 0, order: 0, variant, size, seed, settings: SHORTEST};
    const reply = await this.#reply(this.#worker, request, `${variant} at ${size}`);
    if ("error" in reply) throw new Error(reply.error.slice(0, 400));
    return reply.answer;
  };

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #reply(worker: Worker, request: object, place: string): Promise<Reply> {
    const {promise, settle, fail} = settled<Reply>();
    const timer = setTimeout(
      () => fail(new Error(`${place}: gave no answer within ${this.#timeoutMs / 1000} s and was stopped`)),
      this.#timeoutMs
    );
    const onAbort = () => fail(new Interrupted("interrupted"));
    const onExit = () => fail(new Error(`${place}: ended the process`));
    const onError = (error: Error) => fail(new Error(`${place}: ${error.message}`));
    this.#signal.addEventListener("abort", onAbort);
    worker.once("message", settle).once("error", onError).once("exit", onExit);
    worker.postMessage(request);
    try {
      return await promise;
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener("abort", onAbort);
      worker.off("message", settle).off("error", onError).off("exit", onExit);
    }
  }
}

function settled<Value>() {
  let settle!: (value: Value) => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return {promise, settle, fail};
}
