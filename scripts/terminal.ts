import {styleText} from "node:util";
import {showsUnicode, toAscii} from "./terminal/ascii.js";
import {printableJson} from "./terminal/printable.js";
import {Progress} from "./terminal/progress.js";
import {Screen} from "./terminal/screen.js";
import {fold} from "./terminal/width.js";

/** What a piece of text means; the terminal decides how that looks. */
export type Tone = "strong" | "quiet" | "good" | "bad" | "unsure" | "accent";

const tones = {
  strong: "bold",
  quiet: "dim",
  good: "green",
  bad: "red",
  unsure: "yellow",
  accent: "cyan"
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** The two streams and the environment that a terminal is made of. */
export interface TerminalParts {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/**
 * Results go to standard output, progress and messages to standard error. Colour appears only on a terminal
 * (`FORCE_COLOR`, `NO_COLOR` and `colour = false` overrule that), and a reader that closes the pipe early
 * (`| head`) is no error.
 */
export class Terminal {
  readonly progress: Progress;
  /** The whole terminal behind standard output, for tables that are drawn again and again. */
  readonly screen: Screen;
  /** False switches colour off, whatever the environment says. */
  colour = true;
  readonly #parts: TerminalParts;
  readonly #unicode: boolean;
  readonly #closed = new Set<NodeJS.WriteStream>();

  constructor(parts: TerminalParts) {
    this.#parts = parts;
    this.#unicode = showsUnicode(parts.env, parts.platform);
    const {stdout, stderr, env} = parts;
    for (const stream of [stdout, stderr]) stream.on("error", (error) => this.#onStreamError(stream, error));
    this.progress = new Progress({
      live: stderr.isTTY === true && env.TERM !== "dumb",
      columns: () => stderr.columns || 80,
      write: (text) => this.#write(stderr, text),
      bar: (filled, empty) => this.#paint("accent", filled, stderr) + this.#paint("quiet", empty, stderr)
    });
    this.screen = new Screen({
      write: (text) => this.#write(stdout, text),
      columns: () => stdout.columns || 80,
      rows: () => stdout.rows || 24
    });
  }

  /** Columns of the terminal that results are shown on; 100 where there is none. */
  get columns(): number {
    return this.#parts.stdout.columns || Number(this.#parts.env.COLUMNS) || 100;
  }

  /** Writes a line of a result to standard output. */
  print(line = ""): void {
    this.progress.above(() => this.#write(this.#parts.stdout, `${line}\n`));
  }

  /** Writes a value to standard output as JSON. */
  printJson(value: unknown): void {
    const text = `${printableJson(JSON.stringify(value, null, 2))}\n`;
    this.progress.above(() => this.#send(this.#parts.stdout, text));
  }

  /** Writes a whole text to standard output, as it is: it holds nothing that a terminal would act on. */
  printText(text: string): void {
    this.progress.above(() => this.#send(this.#parts.stdout, text));
  }

  /** Writes a message to standard error, in lines that fit where that is a terminal. */
  tell(text = ""): void {
    const {isTTY, columns} = this.#parts.stderr;
    const lines = text.split("\n");
    this.progress.line(
      (isTTY === true && columns > 0 ? lines.flatMap((line) => fold(line, columns)) : lines).join("\n")
    );
  }

  /** Text in a tone, for `print`. */
  readonly paint = (tone: Tone, text: string): string => this.#paint(tone, text, this.#parts.stdout);

  /** Text in a tone, for `tell` and `progress.line`. */
  readonly paintMessage = (tone: Tone, text: string): string => this.#paint(tone, text, this.#parts.stderr);

  #paint(tone: Tone, text: string, stream: NodeJS.WriteStream): string {
    if (text === "" || !this.#hasColour(stream)) return text;
    return styleText(tones[tone], text, {validateStream: false});
  }

  #hasColour(stream: NodeJS.WriteStream): boolean {
    const {FORCE_COLOR, NO_COLOR, TERM} = this.#parts.env;
    if (!this.colour) return false;
    if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
    if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
    return stream.isTTY === true && TERM !== "dumb";
  }

  #write(stream: NodeJS.WriteStream, text: string): void {
    this.#send(stream, this.#unicode ? text : toAscii(text));
  }

  #send(stream: NodeJS.WriteStream, text: string): void {
    if (!this.#closed.has(stream)) stream.write(text);
  }

  #onStreamError(stream: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
    this.#closed.add(stream);
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  }
}

/** The terminal of this process. */
export const terminal = new Terminal(process);

process.on("exit", () => {
  terminal.screen.close();
  terminal.progress.end();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) endProgressOn(signal);

/** Shows the cursor again; then, unless someone else handles the signal, lets it do what it does by default. */
function endProgressOn(signal: NodeJS.Signals): void {
  process.on(signal, function restore() {
    if (process.listenerCount(signal) > 1) return;
    terminal.progress.end();
    process.off(signal, restore);
    process.kill(process.pid, signal);
  });
}
