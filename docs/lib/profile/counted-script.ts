import type {CountedFunction} from "./coverage.js";
import {TextLines} from "./text-lines.js";

/** A function of a script, as it stands in the code that ran. */
export interface FunctionSpan {
  /** Of the script. */
  readonly url: string;
  /** Empty for an anonymous function. */
  readonly name: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** From 1; the column is that of its beginning. */
  readonly line: number;
  readonly column: number;
  readonly lastLine: number;
  /** The script itself: what stands in no function. */
  readonly isModule: boolean;
  /** Calls, summed over the threads. */
  readonly calls: number;
}

/** How often each place of a script ran, summed over the threads that ran the same text. */
export class CountedScript {
  readonly url: string;
  readonly lines: TextLines;
  /** In order of their beginning, those around before those within. */
  readonly functions: readonly FunctionSpan[];
  readonly #threads: readonly (readonly CountedFunction[])[];

  /** @param threads what V8 counted, one list for each thread */
  constructor(url: string, text: string, threads: readonly (readonly CountedFunction[])[]) {
    this.url = url;
    this.lines = new TextLines(text);
    this.#threads = threads;
    this.functions = this.#spans();
  }

  /** The innermost function that holds an offset. */
  functionAt(offset: number): FunctionSpan | undefined {
    return innermost(this.functions.filter(({start, end}) => start <= offset && offset < end));
  }

  /** The function that V8 names by a place: that of its parameters, or the beginning of the script for the script. */
  functionOf(line: number, column: number): FunctionSpan | undefined {
    const offset = this.lines.offsetAt(line, column);
    return offset === 0 ? this.functions.find(({isModule}) => isModule) : this.functionAt(offset);
  }

  /** How often the code at an offset ran: the innermost range wins. */
  countAt(offset: number): number {
    return this.#threads.reduce((sum, functions) => sum + countIn(functions, offset), 0);
  }

  #spans(): FunctionSpan[] {
    const calls = new Map<string, {name: string; start: number; end: number; calls: number}>();
    for (const {functionName: name, ranges} of this.#threads.flat()) {
      const {startOffset: start, endOffset: end, count} = ranges[0]!;
      const key = `${start}-${end}-${name}`;
      const known = calls.get(key) ?? {name, start, end, calls: 0};
      known.calls += count;
      calls.set(key, known);
    }
    return [...calls.values()].sort((a, b) => a.start - b.start || b.end - a.end).map((span) => this.#span(span));
  }

  #span(span: {name: string; start: number; end: number; calls: number}): FunctionSpan {
    const {url, lines} = this;
    return {
      ...span,
      url,
      line: lines.lineAt(span.start),
      column: lines.columnAt(span.start),
      lastLine: lines.lineAt(Math.max(span.start, span.end - 1)),
      isModule: span.name === "" && span.start === 0 && span.end >= lines.text.length
    };
  }
}

function countIn(functions: readonly CountedFunction[], offset: number): number {
  const ranges = functions.flatMap(({ranges: [whole, ...blocks]}) =>
    holds(whole!, offset) ? [whole!, ...blocks.filter((block) => holds(block, offset))] : []
  );
  const spans = ranges.map(({startOffset: start, endOffset: end, count}) => ({start, end, count}));
  return innermost(spans)?.count ?? 0;
}

function holds({startOffset, endOffset}: {startOffset: number; endOffset: number}, offset: number): boolean {
  return startOffset <= offset && offset < endOffset;
}

/** The shortest; of equal ones the last, which V8 reports as the inner one. */
function innermost<Span extends {readonly start: number; readonly end: number}>(
  spans: readonly Span[]
): Span | undefined {
  return spans.reduce<Span | undefined>(
    (best, span) => (best === undefined || span.end - span.start <= best.end - best.start ? span : best),
    undefined
  );
}
