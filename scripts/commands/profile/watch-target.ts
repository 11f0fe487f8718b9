import {releaseTarget, releaseText} from "../../profile/release.js";
import {SessionEnded} from "../../profile/session.js";
import {type Target, targetError} from "../../profile/target.js";
import {terminal} from "../../terminal.js";
import {abortPatiently} from "./patient-interrupt.js";
import type {TopView} from "./top-view.js";

/** What looks at a target slice by slice. */
export interface SliceSampler<Slice> {
  begin(): Promise<void>;
  /** What was sampled since the last time; sampling goes on. @throws SessionEnded if the target is gone */
  take(): Promise<Slice>;
  /** Stops sampling. Does not throw. */
  end(): Promise<void>;
}

/** How long to watch. Times are seconds. */
export interface WatchFlags {
  readonly every: number;
  readonly duration?: number;
}

/**
 * Opens a target, shows slice after slice until the reader, the clock or the target ends it, and leaves the target as
 * it was.
 *
 * @returns the exit code: 1 if the target ended first
 */
export async function watchTarget<Slice>(
  open: () => Promise<Target>,
  flags: WatchFlags,
  samplerOf: (target: Target) => SliceSampler<Slice>,
  viewOf: (target: Target) => TopView<Slice>
): Promise<number> {
  const interrupt = abortPatiently("one moment: the inspector of the process is being closed");
  try {
    const target = await open();
    const view = viewOf(target);
    let end: End = "asked";
    try {
      end = await watch(target, flags, samplerOf(target), view, interrupt.signal);
    } finally {
      view.close();
      const release = await releaseTarget(target, end === "exited");
      terminal.tell(releaseText(target, release));
    }
    return end === "asked" ? 0 : 1;
  } finally {
    interrupt.release();
  }
}

/** What ended it: the reader or the clock, the exit of the target, or the loss of its inspector, for whatever reason. */
type End = "asked" | "exited" | "lost";

async function watch<Slice>(
  target: Target,
  {every, duration}: WatchFlags,
  sampler: SliceSampler<Slice>,
  view: TopView<Slice>,
  interrupted: AbortSignal
): Promise<End> {
  const until = performance.now() + (duration ?? Number.POSITIVE_INFINITY) * 1000;
  const ends: Promise<End>[] = [
    whenAborted(interrupted),
    whenAborted(view.quit),
    target.exiting.then(() => "exited"),
    target.inspector.ended.then(() => "lost")
  ];
  try {
    await sampler.begin();
    for (;;) {
      const left = Math.min(every * 1000, until - performance.now());
      const event = await sleep(left, ends);
      if (event !== null) return event;
      view.show(await sampler.take());
      if (performance.now() >= until) return "asked";
    }
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw targetError(error, target.info);
    return "lost";
  } finally {
    await sampler.end();
  }
}

function whenAborted(signal: AbortSignal): Promise<End> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve("asked");
    else signal.addEventListener("abort", () => resolve("asked"), {once: true});
  });
}

/** Null when `ms` have passed, or what happened before. */
async function sleep<Event>(ms: number, events: readonly Promise<Event>[]): Promise<Event | null> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, ms));
  });
  return Promise.race([passed, ...events]).finally(() => clearTimeout(timer));
}
