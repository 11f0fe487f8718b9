import type {V8Log} from "./v8-log.js";
import {V8LogReader} from "./v8-log-reader.js";

/** Reads a whole log of V8: see `V8LogReader`, which takes it line by line. */
export function readV8Log(text: string): V8Log {
  const reader = new V8LogReader();
  for (const line of text.split(/\r?\n/)) reader.add(line);
  return reader.result();
}
