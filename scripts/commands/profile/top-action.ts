import process from "node:process";
import {commandText} from "../../profile/check-target.js";
import {LiveSampler, type LiveSlice} from "../../profile/live-sampler.js";
import {releaseTarget, releaseText} from "../../profile/release.js";
import {SessionEnded} from "../../profile/session.js";
import {openTarget, type Target, targetError} from "../../profile/target.js";
import {TopHistory, type TopSort} from "../../profile/top-history.js";
import {topHead, topScreen, topTable} from "../../profile/top-text.js";
import {printableJson, printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import {abortPatiently} from "./patient-interrupt.js";
import type {TopFlags} from "./top.js";
import {listenToKeys} from "./top-keys.js";

/** `lab profile top`. @returns the exit code */
export async function topCommand(pid: number, flags: TopFlags): Promise<number> {
  const interrupt = abortPatiently("one moment: the inspector of the process is being closed");
  try {
    const target = await openTarget(pid, flags.timeout * 1000);
    const view = viewOf(target, flags);
    let gone = false;
    try {
      gone = await watch(target, flags, view, interrupt.signal);
    } finally {
      view.close();
      const release = await releaseTarget(target, gone);
      terminal.tell(releaseText(target, release));
    }
    return gone ? 1 : 0;
  } finally {
    interrupt.release();
  }
}

/** Takes slice after slice until the reader, the clock or the target ends it. @returns whether the target did */
async function watch(
  target: Target,
  {every, interval, duration}: TopFlags,
  view: View,
  interrupted: AbortSignal
): Promise<boolean> {
  const sampler = new LiveSampler(target, interval * 1e6);
  const until = performance.now() + (duration ?? Number.POSITIVE_INFINITY) * 1000;
  const ends = [whenAborted(interrupted), whenAborted(view.quit)];
  const gone = Promise.race([target.exiting, target.inspector.ended]).then(() => "gone" as const);
  try {
    await sampler.begin();
    for (;;) {
      const left = Math.min(every * 1000, until - performance.now());
      const event = await sleep(left, [...ends, gone]);
      if (event !== null) return event === "gone";
      view.show(await sampler.take());
      if (performance.now() >= until) return false;
    }
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw targetError(error, target.info);
    return true;
  } finally {
    await sampler.end();
  }
}

/** Where slices go: a screen, lines of text, or lines of JSON. */
interface View {
  readonly quit: AbortSignal;
  show(slice: LiveSlice): void;
  close(): void;
}

function viewOf(target: Target, flags: TopFlags): View {
  const {info, node} = target;
  const title = printableLine(`process ${info.pid}: ${commandText(info)} (Node ${node})`, 200);
  if (flags.json === true) return jsonView(flags.rows);
  return process.stdout.isTTY && process.stdin.isTTY ? screenView(title, flags.sort) : lineView(title, flags);
}

function screenView(title: string, sort: TopSort): View {
  const history = new TopHistory();
  const began = performance.now();
  let slice: LiveSlice | null = null;
  let shown = 0;
  const keys = listenToKeys(sort, () => draw());
  const draw = () => {
    const {sort, paused} = keys;
    terminal.screen.draw(
      topScreen({title, history, slice, sort, paused, seconds: shown}, terminal.screen.columns, terminal.screen.rows)
    );
  };
  process.stdout.on("resize", draw);
  draw();
  return {
    quit: keys.quit,
    show(next) {
      if (keys.paused) return;
      history.add(next);
      slice = next;
      shown = (performance.now() - began) / 1000;
      draw();
    },
    close() {
      process.stdout.off("resize", draw);
      keys.release();
      terminal.screen.close();
    }
  };
}

function lineView(title: string, {sort, rows}: TopFlags): View {
  const history = new TopHistory();
  let seconds = 0;
  return {
    quit: new AbortController().signal,
    show(slice) {
      history.add(slice);
      seconds += slice.seconds;
      const head = topHead({title, history, slice, sort, paused: false, seconds});
      for (const line of [...head, ...topTable(history.rows(sort).slice(0, rows), terminal.columns), ""])
        terminal.print(line);
    },
    close() {}
  };
}

function jsonView(rows: number): View {
  return {
    quit: new AbortController().signal,
    show({functions, ...rest}) {
      const top = functions.slice(0, rows).map(({frame, self, total}) => ({...frame, selfUs: self, totalUs: total}));
      terminal.printText(`${printableJson(JSON.stringify({...rest, functions: top}))}\n`);
    },
    close() {}
  };
}

function whenAborted(signal: AbortSignal): Promise<"aborted"> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve("aborted");
    else signal.addEventListener("abort", () => resolve("aborted"), {once: true});
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
