import {cut, displayWidth} from "./width.js";

/** What is being measured, and how far it is. */
export interface ProgressState {
  readonly lab: string;
  /** Variant and size: "join at 10,000". */
  readonly what: string;
  /** The block that is being measured, from 1. */
  readonly block: number;
  readonly blocks: number;
  /** Processes that have ended, of all that are planned. */
  readonly done: number;
  readonly total: number;
  readonly secondsLeft?: number;
  /** The current estimate with its interval: "1.41× (1.38–1.44)". */
  readonly interval?: string;
}

/** Where progress is drawn: the terminal behind standard error, or a stand-in. */
export interface ProgressScreen {
  /** Whether a line can be drawn again in place. */
  readonly live: boolean;
  readonly columns: () => number;
  readonly write: (text: string) => void;
  readonly bar: (filled: string, empty: string) => string;
}

/** Longest time between a change and its drawing. */
const redrawMs = 125;
const clearLine = "\r\u001b[2K";
const hideCursor = "\u001b[?25l";
const showCursor = "\u001b[?25h";

/** The live line of a run; where lines cannot be drawn again, one plain line a block. */
export class Progress {
  readonly #screen: ProgressScreen;
  #state: ProgressState | undefined;
  #text = "";
  #drawn = false;
  #timer: NodeJS.Timeout | undefined;
  #lastPlain = "";

  constructor(screen: ProgressScreen) {
    this.#screen = screen;
  }

  /** Shows where the run is. Cheap: the line is drawn at most eight times a second. */
  update(state: ProgressState): void {
    this.#state = state;
    if (this.#screen.live) this.#timer ??= setTimeout(() => this.#draw(), this.#drawn ? redrawMs : 0).unref();
    else this.#plain(state);
  }

  /** Shows a text of any kind on the live line, and nothing where lines cannot be drawn again. */
  show(text: string): void {
    this.#text = text;
    this.#state = undefined;
    if (this.#screen.live) this.#timer ??= setTimeout(() => this.#draw(), this.#drawn ? redrawMs : 0).unref();
  }

  /** Writes a line that stays, above the live one. */
  line(text: string): void {
    this.above(() => this.#screen.write(`${text}\n`));
  }

  /** Takes the live line away while something else is written. */
  above(write: () => void): void {
    if (this.#drawn) this.#screen.write(clearLine);
    write();
    if (this.#drawn) this.#draw();
  }

  /** Takes the live line away and shows the cursor again. Safe to call twice. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#state = undefined;
    this.#text = "";
    this.#lastPlain = "";
    if (this.#drawn) this.#screen.write(clearLine + showCursor);
    this.#drawn = false;
  }

  #draw(): void {
    this.#timer = undefined;
    const width = this.#screen.columns() - 1;
    const line = this.#state === undefined ? cut(this.#text, width) : liveLine(this.#state, width, this.#screen.bar);
    if (line === "") return;
    this.#screen.write(`${this.#drawn ? "" : hideCursor}${clearLine}${line}`);
    this.#drawn = true;
  }

  #plain(state: ProgressState): void {
    const key = `${state.lab} ${state.block}`;
    if (key === this.#lastPlain) return;
    this.#lastPlain = key;
    this.#screen.write(`${plainLine(state)}\n`);
  }
}

function liveLine(state: ProgressState, width: number, bar: ProgressScreen["bar"]): string {
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 0;
  const filled = Math.round(share * 12);
  const before = `${state.lab}  ${bar("━".repeat(filled), "─".repeat(12 - filled))}  ${Math.floor(share * 100)} %`;
  const parts = [before, timeLeft(state), `block ${state.block} of ${state.blocks}`, state.what, state.interval];
  let line = "";
  for (const part of parts) {
    if (part === undefined || part === "") continue;
    const longer = line === "" ? part : `${line}  ${part}`;
    if (displayWidth(longer) > width) break;
    line = longer;
  }
  return cut(line === "" ? before : line, width);
}

function plainLine(state: ProgressState): string {
  const left = timeLeft(state);
  const done = `${state.done} of ${state.total} processes`;
  return `${state.lab}: block ${state.block} of ${state.blocks}, ${done}${left === "" ? "" : `, ${left}`}`;
}

function timeLeft({secondsLeft}: ProgressState): string {
  if (secondsLeft === undefined || !Number.isFinite(secondsLeft)) return "";
  const seconds = Math.max(0, Math.round(secondsLeft));
  if (seconds < 100) return `${seconds} s left`;
  return `${Math.round(seconds / 60)} min left`;
}
