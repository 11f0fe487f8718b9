/** The lines of a text as V8 counts them: from 1, ended by LF, CR, CRLF or the two separators of Unicode. */
export class TextLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((end) => end.index + end[0].length)];
  }

  /** How many there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line that holds an offset. */
  lineAt(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** @param column from 1 */
  offsetAt(line: number, column: number): number {
    return (this.#starts[line - 1] ?? this.text.length) + column - 1;
  }

  /** @returns the column of an offset, from 1 */
  columnAt(offset: number): number {
    return offset - this.#starts[this.lineAt(offset) - 1]! + 1;
  }

  /** The text of a line, without what ends it; empty where there is none. */
  textOf(line: number): string {
    const start = this.#starts[line - 1];
    return start === undefined ? "" : this.text.slice(start, this.#starts[line]).replace(/[\r\n\u2028\u2029]+$/, "");
  }
}
