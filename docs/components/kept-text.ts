/** A text that the browser keeps from page to page; one that keeps nothing knows it until the page is left. */
export class KeptText {
  readonly #key: string;
  #unkept = "";

  /** @param key its name in `localStorage` */
  constructor(key: string) {
    this.#key = key;
  }

  /** Empty if nothing was written. */
  read(): string {
    try {
      return localStorage.getItem(this.#key) ?? this.#unkept;
    } catch {
      return this.#unkept;
    }
  }

  write(text: string): void {
    this.#unkept = text;
    try {
      localStorage.setItem(this.#key, text);
    } catch {
      // A browser that keeps nothing still works.
    }
  }
}
