import {ReaderError} from "../../errors.js";
import type {Content} from "./format.js";

/**
 * What the beginning of a file says that it is: the name of a format, or one that only Speedscope reads: a recording
 * of Java's Flight Recorder, or trace events of Chrome.
 */
export type Detected = "cpuprofile" | "heapprofile" | "folded" | "speedscope" | "pprof" | "flight" | "jfr" | "trace";

/** Enough to meet the first field of a file, whichever it is. */
const HEAD = 64 * 1024;

/** Fields that stand only in one format, at the place of the first of them. */
const FIELDS: readonly (readonly [field: RegExp, format: Detected])[] = [
  [/"(?:nodes|timeDeltas|samples)"\s*:/, "cpuprofile"],
  [/"head"\s*:/, "heapprofile"],
  [/"hotpath"\s*:\s*"flight"/, "flight"],
  [/"(?:shared|profiles|exporter)"\s*:|"\$schema"\s*:\s*"https:\/\/www\.speedscope\.app/, "speedscope"]
];

/** What the first field of a pprof message can begin with: sample types, samples, mappings, …, strings. */
const PPROF_TAGS = new Set([0x0a, 0x12, 0x1a, 0x22, 0x2a, 0x32]);

/** As the three bytes that it has in UTF-8: some editors put it before the text. */
const BYTE_ORDER_MARK = /^\u00ef\u00bb\u00bf/;
const SNAPSHOT = /"snapshot"\s*:\s*\{\s*"meta"/;
const TRACE = /^\s*\[\s*\{|"traceEvents"\s*:/;

/**
 * Says what a file is by what stands in it: its name may say anything.
 *
 * @param content after gunzip
 * @throws ReaderError if it is empty or no profile that is known
 */
export function detect({bytes, place}: Content): Detected {
  if (bytes.length === 0) throw new ReaderError(`${place}: expected a profile, got an empty file`);
  if (startsWith(bytes, "FLR\0")) return "jfr";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)).replace(BYTE_ORDER_MARK, "");
  if (/^\s*[{[]/.test(head)) return detectJson(head, place);
  if (!isText(head)) {
    if (PPROF_TAGS.has(bytes[0]!)) return "pprof";
    throw unknown(place);
  }
  const lines = head.trimStart().split("\n", 2);
  if (lines.some((line) => /\S \d+(?:\.\d+)?$/.test(line.trimEnd()))) return "folded";
  throw unknown(place);
}

function detectJson(head: string, place: string): Detected {
  const found = FIELDS.map(([field, format]) => ({at: head.search(field), format})).filter(({at}) => at >= 0);
  const [first] = found.sort((a, b) => a.at - b.at);
  if (SNAPSHOT.test(head)) {
    throw new ReaderError(
      `${place}: expected a profile, got a heap snapshot`,
      "DevTools open it: Memory, Load profile"
    );
  }
  if (TRACE.test(head)) return "trace";
  if (first === undefined) throw unknown(place);
  return first.format;
}

function unknown(place: string): ReaderError {
  return new ReaderError(`${place}: expected a profile, got something else`, [
    "known are .cpuprofile, .heapprofile, folded stacks, speedscope's JSON and pprof",
    "--from NAME reads it as one of them all the same"
  ]);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** Whether it lacks the characters that no text has, and every message of protocol buffers. */
function isText(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return !/[\u0000-\u0008]/.test(head);
}
