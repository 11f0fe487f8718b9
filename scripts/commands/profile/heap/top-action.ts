import {HeapLiveSampler} from "../../../profile/heap/heap-live-sampler.js";
import {heapTopText} from "../../../profile/heap/heap-top-text.js";
import {openHeapTarget} from "../../../profile/heap/open-heap-target.js";
import {topView} from "../top-view.js";
import {watchTarget} from "../watch-target.js";
import type {HeapTopFlags} from "./top.js";

/** `lab profile heap top`. @returns the exit code */
export function heapTopCommand(pid: number, flags: HeapTopFlags): Promise<number> {
  const {sort, timeout, interval} = flags;
  return watchTarget(
    () => openHeapTarget(pid, timeout * 1000),
    flags,
    (target) => new HeapLiveSampler(target, interval),
    (target) => topView(target, heapTopText, {...flags, sort: sort === "sum" ? "time" : sort})
  );
}
