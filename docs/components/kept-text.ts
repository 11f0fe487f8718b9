/** A text that the browser keeps from page to page; one that keeps nothing, or is full, knows it until the page is left. */
export class KeptText {
  readonly #key: string;
  /** What the browser refused to keep; it is newer than what it has. */
  #unkept: string | null = null;

  /** @param key its name in `localStorage` */
  constructor(key: string) {
    this.#key = key;
  }

  /** Empty if nothing was written. */
  read(): string {
    if (this.#unkept !== null) return this.#unkept;
    try {
      return localStorage.getItem(this.#key) ?? "";
    } catch {
      return "";
    }
  }

  /** Whether the browser keeps what is written. */
  isKept(): boolean {
    this.write(this.read());
    return this.#unkept === null;
  }

  write(text: string): void {
    try {
      localStorage.setItem(this.#key, text);
      this.#unkept = null;
    } catch {
      this.#unkept = text;
    }
  }
}
