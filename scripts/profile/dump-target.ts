import {dumpThread, type ThreadStack} from "./dump-thread.js";
import type {Target} from "./target.js";
import {heldMapsOf, inSource} from "./target-sources.js";
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
