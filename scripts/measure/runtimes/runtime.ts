import type {Runtime} from "#lib/result.js";
import type {CompiledLab} from "../compile.js";

/**
 * A runtime that can measure: what it is, and how to start a module in a fresh process of it. Its name is that of its
 * kind; name and version together tell it from every other.
 */
export interface RuntimeHandle extends Runtime {
  readonly executable: string;
  /** The program that is started in its place, if it takes no questions itself: passes them on, and prints answers. */
  readonly relay?: string;
  /** Arguments before the module's path. */
  readonly args: readonly string[];
}

/**
 * One kind of runtime: how it is found, and how a lab is made ready for it.
 *
 * A fresh process is started as `executable ...args child question`, with the question as JSON: what `Question` in
 * `child.ts` says. It prints one line, `{"answer": …}` or `{"error": "…"}`, and ends.
 */
export interface RuntimeKind {
  /** What `--with` calls it, and what results call it: "node", "bun", "deno", "python", "jvm", … */
  readonly name: string;
  /** How to get one: a command that the reader can type. */
  readonly install: string;
  /**
   * All that this machine has, newest last: each version once, only those that can run our child. Takes less than a
   * second where every program answers, and never throws: one that is missing, hangs or is something else is left out.
   */
  find(): Promise<readonly RuntimeHandle[]>;
  /** What a program is; null if it is of another kind, does not start, or does not say in time. Never throws. */
  identify(executable: string): Promise<RuntimeHandle | null>;
  /**
   * SHA-256 of all that decides what is timed: the lab's code for this runtime, and the measuring code. Told without
   * the runtime, so that a machine that lacks it can say whether a result is stale.
   *
   * @param source path of the lab.ts; also asked with the lab of the self-check
   * @returns null where the lab has no twin for this runtime
   */
  hash(source: string): Promise<string | null>;
  /**
   * The lab as this runtime runs it, made once for each hash.
   *
   * @param source as for `hash`, which is the hash of what is returned
   * @returns null where the lab has no twin for this runtime
   * @throws ReaderError that names the file and the place in it, if it does not compile
   */
  compile(source: string, handle: RuntimeHandle): Promise<CompiledLab | null>;
  /** The program that answers questions: what stands between the handle's arguments and the question. */
  child(handle: RuntimeHandle): Promise<string>;
}

/** "node 24.21.0": for messages, and to tell one runtime from another. */
export function runtimeText({name, version}: Pick<Runtime, "name" | "version">): string {
  return `${name} ${version}`;
}
