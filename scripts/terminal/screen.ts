const enter = "\u001b[?1049h\u001b[?25l";
const leave = "\u001b[?25h\u001b[?1049l";
const home = "\u001b[H";
const clearRest = "\u001b[K";
const clearBelow = "\u001b[J";

/** Where a screen is drawn: the terminal behind standard output, or a stand-in. */
export interface ScreenParts {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly rows: () => number;
}

/** A table that fills the terminal and is drawn again and again; what stood there before comes back at the end. */
export class Screen {
  readonly #parts: ScreenParts;
  #open = false;

  constructor(parts: ScreenParts) {
    this.#parts = parts;
  }

  get columns(): number {
    return this.#parts.columns();
  }

  get rows(): number {
    return this.#parts.rows();
  }

  /** Shows lines; each must fit into the columns. */
  draw(lines: readonly string[]): void {
    const body = lines.map((line) => line + clearRest).join("\r\n");
    this.#parts.write(`${this.#open ? "" : enter}${home}${body}${clearBelow}`);
    this.#open = true;
  }

  /** Gives the terminal back. Safe to call twice. */
  close(): void {
    if (this.#open) this.#parts.write(leave);
    this.#open = false;
  }
}
