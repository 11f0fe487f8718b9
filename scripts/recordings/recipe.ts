/** How a committed recording of a program is made. */
export interface Recipe {
  /** Folder of `labs/programs/`. */
  readonly program: string;
  /** Its name in `data/recordings/<program>/`. */
  readonly file: string;
  /** The source that it is a recording of, in the program's folder: when that changes, the recording is stale. */
  readonly of: string;
  /** What runs the source. Programs of Python may need modules that are named in the commands. */
  readonly runtime: "node@20" | "node@24" | "node@26" | "python" | "jvm";
  /** Commands before the one that is shown: a compiler, or a recorder whose file is then read. */
  readonly before?: readonly (readonly string[])[];
  /**
   * What a reader types at the root of the repository. `{out}` is the recording; without it, what the command prints is
   * kept. `{temporary}` is a path without an ending, for what lies between commands; `{asyncProfiler}` the folder of that
   * tool.
   */
  readonly command: readonly string[];
  /** Lines of what is printed that are kept; all if not given. */
  readonly lines?: number;
}
