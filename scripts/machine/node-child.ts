import {type ChildProcess, fork} from "node:child_process";
import {fileURLToPath} from "node:url";
import {cleanEnvironment} from "../measure/runtimes/environment.js";

const limitMs = 3000;

/** A fresh Node that runs a plain module of this folder, outside tsx, for at most three seconds. */
export class NodeChild {
  readonly #child: ChildProcess;
  readonly #answers: unknown[] = [];
  #ended = false;
  #wake: () => void = () => {};

  /** @param module name of a file in this folder */
  constructor(module: string) {
    const path = fileURLToPath(new URL(module, import.meta.url));
    this.#child = fork(path, [], {execArgv: [], env: cleanEnvironment(), stdio: ["ignore", "ignore", "ignore", "ipc"]});
    const limit = setTimeout(() => this.#child.kill("SIGKILL"), limitMs);
    this.#child.on("message", (answer) => {
      this.#answers.push(answer);
      this.#wake();
    });
    const end = () => {
      clearTimeout(limit);
      this.#ended = true;
      this.#wake();
    };
    this.#child.on("error", end).on("exit", end);
  }

  /** The next thing that the process sends, not yet checked; undefined once it has ended. */
  async next(): Promise<unknown> {
    while (this.#answers.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#answers.shift();
  }

  /** Sends a message; a process that has ended does not get it. */
  send(message: readonly (readonly number[])[]): void {
    if (this.#child.connected) this.#child.send(message as number[][]);
  }
}
