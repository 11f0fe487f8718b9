import {shortFile} from "./frame-text.js";
import type {Frame} from "./profile.js";

/** Whose code a frame is. `engine` is the runtime's native code and what V8 does for itself. */
export type FrameKind = "own" | "package" | "node" | "engine" | "collector" | "idle";

/** Kind of a frame, and the name of the package where it is one. */
export interface Owner {
  readonly kind: FrameKind;
  /** Empty unless the kind is `package`. */
  readonly package: string;
}

/** Whose code a frame is, read off its file. */
export function ownerOf(frame: Pick<Frame, "name" | "file">): Owner {
  const {name, file} = frame;
  if (name === "(idle)") return {kind: "idle", package: ""};
  if (name === "(garbage collector)") return {kind: "collector", package: ""};
  if (file === "" || file.startsWith("wasm:")) return {kind: "engine", package: ""};
  if (isInternal(file)) return {kind: "node", package: ""};
  const found = packageOf(file);
  return found === "" ? {kind: "own", package: ""} : {kind: "package", package: found};
}

/** Whether a file belongs to the runtime: its lines move from version to version. */
export function isInternal(file: string): boolean {
  return file.startsWith("node:") || file.startsWith("internal/") || file.startsWith("<frozen ");
}

/** The package of Node or of Python that a file was installed with; empty if it was not. */
function packageOf(file: string): string {
  const python = /\/(?:site|dist)-packages\/([^/]+?)(?:\.py)?(?:\/|$)/.exec(file);
  if (python !== null) return python[1]!;
  if (!/[\\/]node_modules[\\/]/.test(file)) return "";
  const [first = "", second = ""] = shortFile(file).split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
