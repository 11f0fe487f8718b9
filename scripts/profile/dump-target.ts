import {originalPositionFor} from "@jridgewell/trace-mapping";
import {dumpThread, type StackFrame, type ThreadStack} from "./dump-thread.js";
import type {Target} from "./target.js";
import {type HeldMaps, heldMapsOf} from "./target-sources.js";
import {openThreads} from "./threads.js";

/** Looks at the stacks of all threads of a target, in places of their sources. Each is stopped for a moment only. */
export async function dumpTarget({inspector}: Target, locals: boolean): Promise<ThreadStack[]> {
  const threads = await openThreads(inspector);
  try {
    const stacks = await Promise.all(threads.now.map((thread) => dumpThread(thread, locals)));
    const files = stacks.flatMap(({frames}) => frames.map(({file}) => file));
    const maps = await heldMapsOf(inspector, files);
    return stacks.map((stack) => ({...stack, frames: stack.frames.map((frame) => inSource(frame, maps))}));
  } finally {
    await threads.release();
  }
}

function inSource(frame: StackFrame, maps: HeldMaps): StackFrame {
  const map = maps.get(frame.file);
  if (map === undefined || frame.line === 0) return frame;
  const {source, line, column} = originalPositionFor(map, {line: frame.line, column: Math.max(0, frame.column - 1)});
  return source === null ? frame : {...frame, file: source, line, column: column + 1};
}
