import {LiveSampler} from "../../profile/live-sampler.js";
import {openTarget} from "../../profile/target.js";
import {cpuTopText} from "../../profile/top-text.js";
import type {TopFlags} from "./top.js";
import {topView} from "./top-view.js";
import {watchTarget} from "./watch-target.js";

/** `lab profile top`. @returns the exit code */
export function topCommand(pid: number, flags: TopFlags): Promise<number> {
  return watchTarget(
    () => openTarget(pid, flags.timeout * 1000),
    flags,
    (target) => new LiveSampler(target, flags.interval * 1e6),
    (target) => topView(target, cpuTopText, flags)
  );
}
