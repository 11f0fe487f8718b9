import {ReaderError} from "../../errors.js";
import {commandText} from "../check-target.js";
import {thisSystem} from "../system/this-system.js";
import {openTarget, type Target} from "../target.js";

/**
 * As `openTarget`, for a process whose allocations are to be sampled.
 *
 * @throws ReaderError also if the process samples its own: V8 has one such sampler a thread, and ours would end that
 */
export async function openHeapTarget(pid: number, timeoutMs: number): Promise<Target> {
  const info = await thisSystem().describe(pid);
  if (info?.command.some((word) => word.startsWith("--heap-prof")) === true) {
    throw new ReaderError(`process ${pid} (${commandText(info)}) samples its own allocations, by --heap-prof`, [
      "V8 has one such sampler a thread, and two would spoil each other's samples",
      "it writes its .heapprofile when it ends"
    ]);
  }
  return openTarget(pid, timeoutMs);
}
