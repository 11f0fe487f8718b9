import type {Facts} from "#lib/environment-facts.js";
import type {Benchmark} from "#lib/imported.js";

/** What came from outside, not yet believed: a file, or those files of a folder that could matter. */
export interface Source {
  /** Named first in every message. */
  readonly place: string;
  /** Of a file; empty for a folder. */
  readonly text: string;
  /** What the text holds as JSON; undefined if it is none. */
  readonly json: unknown;
  /** Texts by path, `/` between its parts; null for a file. */
  readonly folder: ReadonlyMap<string, string> | null;
}

/** What a reader found in a source, still to be checked as a whole. */
export interface Found {
  /** The program that wrote it, with its version where the file tells. */
  readonly tool: string;
  readonly facts: Facts;
  readonly benchmarks: readonly Benchmark[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** What a writer puts into words: results of ours, or imported ones. */
export interface Measurements {
  /** The program that measured. */
  readonly tool: string;
  readonly facts: Facts;
  readonly benchmarks: readonly Benchmark[];
}

/** What a writer made. */
export interface Written {
  /** Free of what a terminal would act on. */
  readonly text: string;
  /** What the format could not hold. */
  readonly notes: readonly string[];
}

/** A format of another tool. */
export interface Format {
  /** As the reader types it. */
  readonly name: string;
  readonly title: string;
  /** Whether a source looks like it. Never throws. */
  readonly recognises: (source: Source) => boolean;
  /** Or why it cannot be read. @throws ResultError or ReaderError that names the place */
  readonly read: ((source: Source) => Found) | Impossible;
  /** Or why it cannot be written. @throws ReaderError if these measurements lack what the format needs */
  readonly write: ((measurements: Measurements) => Written) | Impossible;
}

/** Why a format goes one way only: a sentence without its full stop. */
export interface Impossible {
  readonly because: string;
}

/** Whether a value has these fields: enough to recognise a format, too little to believe it. */
export function has<Key extends string>(value: unknown, ...keys: Key[]): value is Record<Key, unknown> {
  return typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key));
}

/** The first item of a list; undefined if it is empty or no list. */
export function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
