import {LabError} from "#lib/check-lab.js";
import {ResultError} from "#lib/result.js";
import {printable} from "./terminal/printable.js";

/** What the reader can put right: shown without a stack, exit code 2. */
export class ReaderError extends Error {
  override readonly name: string = "ReaderError";
  /** The way out, one line each; shown indented below the message. */
  readonly hint: readonly string[];

  /** @param message place, what must hold, what came: `--blocks must be a whole number ≥ 5, got 2` */
  constructor(message: string, hint: string | readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.hint = typeof hint === "string" ? [hint] : hint;
  }
}

/** A measurement that could not be made: shown without a stack, exit code 1. */
export class MeasurementError extends Error {
  override readonly name: string = "MeasurementError";
  /** The way out, one line each. */
  readonly hint: readonly string[];

  /** @param message which measurement, and what happened to it */
  constructor(message: string, hint: string | readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.hint = typeof hint === "string" ? [hint] : hint;
  }
}

/** How a failed command ends. */
export interface Failure {
  readonly exitCode: number;
  /** For standard error; free of control characters other than line breaks. */
  readonly text: string;
}

/** Conditions of the system that the reader can put right, in words. */
const systemErrors: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "no space is left on the disk"],
  ["EDQUOT", "the disk quota is used up"],
  ["EROFS", "the file system is read-only"],
  ["EACCES", "permission denied"],
  ["EPERM", "the operation is not permitted"],
  ["ENOENT", "no such file or folder"],
  ["EISDIR", "expected a file, got a folder"],
  ["ENOTDIR", "expected a folder, got a file"],
  ["EMFILE", "too many files are open"]
]);

/**
 * Turns anything that was thrown into an exit code and a text: 2 for what the reader can put right, 1 for a
 * measurement that failed, 1 with a stack for anything else, which is our bug.
 */
export function explain(error: unknown): Failure {
  if (error instanceof ReaderError) return {exitCode: 2, text: withHint(error.message, error.hint)};
  if (error instanceof ResultError || error instanceof LabError) return {exitCode: 2, text: printable(error.message)};
  if (error instanceof MeasurementError) return {exitCode: 1, text: withHint(error.message, error.hint)};
  const system = systemError(error);
  if (system !== undefined) return {exitCode: 2, text: system};
  const stack = error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}`;
  return {exitCode: 1, text: printable(`This is a bug in Hotpath, not in what you did.\n${stack}`)};
}

function withHint(message: string, hint: readonly string[]): string {
  const lines = hint.filter((line) => line !== "").map((line) => `  ${line}`);
  return printable([message, ...lines].join("\n"));
}

function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {code, path} = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : systemErrors.get(code);
  if (words === undefined) return undefined;
  return printable(path === undefined ? `${words} (${error.message})` : `${path}: ${words}`);
}
