import {fstatSync} from "node:fs";
import process from "node:process";
import type {Writable} from "node:stream";

/** Standard input that several programs read, one after the other: what the first was given is kept for the next. */
export class ReplayedInput {
  readonly #chunks: Buffer[] = [];
  #ended = false;

  /** None where the input is a terminal, or nothing: then each program has it for itself. */
  static ofThisProcess(): ReplayedInput | undefined {
    try {
      const facts = fstatSync(0);
      return facts.isFIFO() || facts.isFile() || facts.isSocket() ? new ReplayedInput() : undefined;
    } catch {
      // It is closed.
      return undefined;
    }
  }

  /** Gives a program all that came and comes. @returns a function that ends this, for when the program has ended */
  feed(program: Writable): () => void {
    const {stdin} = process;
    // A program may end before it has read all, or never read at all.
    program.on("error", () => {});
    for (const chunk of this.#chunks) program.write(chunk);
    if (this.#ended) {
      program.end();
      return () => {};
    }
    const onData = (chunk: Buffer) => {
      this.#chunks.push(chunk);
      if (!program.destroyed && !program.write(chunk)) stdin.pause();
    };
    const onDrain = () => void stdin.resume();
    const onEnd = () => {
      this.#ended = true;
      program.end();
    };
    stdin.on("data", onData).on("end", onEnd);
    program.on("drain", onDrain);
    return () => {
      stdin.off("data", onData).off("end", onEnd).pause();
      program.off("drain", onDrain).destroy();
    };
  }
}
