import process from "node:process";
import {commandText} from "../../profile/check-target.js";
import type {Target} from "../../profile/target.js";
import {TopHistory, type TopSlice, type TopSort} from "../../profile/top-history.js";
import {type TopText, topScreen} from "../../profile/top-text.js";
import {printableJson, printableLine} from "../../terminal/printable.js";
import {terminal} from "../../terminal.js";
import {listenToKeys} from "./top-keys.js";

/** Where slices go: a screen, lines of text, or lines of JSON. */
export interface TopView<Slice> {
  /** Aborted when the reader asks for the end. */
  readonly quit: AbortSignal;
  show(slice: Slice): void;
  close(): void;
}

/** How slices are shown. */
export interface ViewFlags {
  readonly sort: TopSort;
  /** Of each slice, where there is no screen. */
  readonly rows: number;
  readonly json?: true;
}

/** The view that fits the flags and what standard output is. */
export function topView<Slice extends TopSlice>(
  {info, node}: Target,
  text: TopText<Slice>,
  flags: ViewFlags
): TopView<Slice> {
  const title = printableLine(`process ${info.pid}: ${commandText(info)} (Node ${node})`, 200);
  if (flags.json === true) return jsonView(text, flags.rows);
  const isScreen = process.stdout.isTTY && process.stdin.isTTY;
  return isScreen ? screenView(title, text, flags.sort) : lineView(title, text, flags);
}

function screenView<Slice extends TopSlice>(title: string, text: TopText<Slice>, first: TopSort): TopView<Slice> {
  const history = new TopHistory(text.unit);
  const began = performance.now();
  let slice: Slice | null = null;
  let seconds = 0;
  const keys = listenToKeys(first, () => draw());
  const draw = () => {
    const {sort, paused} = keys;
    const {columns, rows} = terminal.screen;
    terminal.screen.draw(topScreen(text, {title, history, slice, sort, paused, seconds}, columns, rows));
  };
  process.stdout.on("resize", draw);
  draw();
  return {
    quit: keys.quit,
    show(next) {
      if (keys.paused) return;
      history.add(next);
      slice = next;
      seconds = (performance.now() - began) / 1000;
      draw();
    },
    close() {
      process.stdout.off("resize", draw);
      keys.release();
      terminal.screen.close();
    }
  };
}

function lineView<Slice extends TopSlice>(
  title: string,
  text: TopText<Slice>,
  {sort, rows}: ViewFlags
): TopView<Slice> {
  const history = new TopHistory(text.unit);
  let seconds = 0;
  return {
    quit: new AbortController().signal,
    show(slice) {
      history.add(slice);
      seconds += slice.seconds;
      const head = text.head({title, history, slice, sort, paused: false, seconds});
      for (const line of [...head, ...text.table(history.rows(sort).slice(0, rows), terminal.columns), ""])
        terminal.print(line);
    },
    close() {}
  };
}

function jsonView<Slice>(text: TopText<Slice>, rows: number): TopView<Slice> {
  return {
    quit: new AbortController().signal,
    show: (slice) => terminal.printText(`${printableJson(JSON.stringify(text.json(slice, rows)))}\n`),
    close() {}
  };
}
