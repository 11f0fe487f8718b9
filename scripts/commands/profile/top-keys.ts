import process from "node:process";
import type {TopSort} from "../../profile/top-history.js";

/** What the reader has chosen by keys. */
export interface TopKeys {
  readonly sort: TopSort;
  readonly paused: boolean;
  /** Aborted by q or Ctrl-C: a terminal that hands keys over one by one sends no signal. */
  readonly quit: AbortSignal;
  /** Gives the keyboard back. */
  release(): void;
}

const sorts: Readonly<Record<string, TopSort>> = {s: "self", t: "total", i: "time"};

/** Reads single keys from the terminal behind standard input. */
export function listenToKeys(first: TopSort, changed: () => void): TopKeys {
  const controller = new AbortController();
  const state = {sort: first, paused: false};
  const onKey = (text: string) => {
    for (const key of text) {
      if (key === "q" || key === "\u0003") controller.abort();
      if (key === "p" || key === " ") state.paused = !state.paused;
      state.sort = sorts[key] ?? state.sort;
    }
    changed();
  };
  process.stdin.setRawMode(true).setEncoding("utf8").on("data", onKey).resume();
  return {
    get sort() {
      return state.sort;
    },
    get paused() {
      return state.paused;
    },
    quit: controller.signal,
    release() {
      process.stdin.off("data", onKey).setRawMode(false).pause();
    }
  };
}
