import type {CountedScript, FunctionSpan} from "./counted-script.js";
import type {LineTime, PlacedTimes, Sampled} from "./place-charges.js";

/** How the code of a function is told in lines of its source. Where nothing was compiled, both are the same. */
export interface SourceView {
  /** Address or path of the source. */
  readonly file: string;
  /** First and last line of the function. */
  readonly first: number;
  readonly last: number;
  /** Where the code of each line begins, as offsets in the code that ran; a line without code is left out. */
  readonly code: ReadonlyMap<number, number>;
  /** The line of a line of the code that ran; null where it holds code of several. */
  lineOf(codeLine: number): number | null;
  /** Empty where the source is not to be had. */
  textOf(line: number): string;
}

/** A line of a listing. */
export interface ListingRow extends LineTime {
  readonly line: number;
  /** How often its code began; null where it has none. */
  readonly hits: number | null;
  readonly source: string;
}

/** A function, line by line. */
export interface Listing {
  readonly span: FunctionSpan;
  readonly file: string;
  readonly line: number;
  readonly rows: readonly ListingRow[];
  /** What is 100 %: the time on its lines, and what V8 charged to it without a line. */
  readonly whole: Sampled;
  /** Without a line, or on a line of compiled code that stands for several. */
  readonly unlined: Sampled;
  /** On lines that are not its own. */
  readonly foreign: Sampled;
}

/**
 * The listing of a function with the functions written within it.
 *
 * @param leftOut functions whose lines are left out, since they have a listing of their own
 */
export function listingOf(
  span: FunctionSpan,
  script: CountedScript,
  view: SourceView,
  {functions}: PlacedTimes,
  leftOut: ReadonlySet<FunctionSpan> = new Set()
): Listing {
  const own = functions.get(span);
  const unlined: Sampled = {samples: 0, us: 0};
  const times = new Map<number, LineTime>();
  for (const [inner, time] of functions) {
    if (!isWithin(inner, span) || isLeftOut(inner, span, leftOut)) continue;
    add(unlined, time.unlined);
    for (const [codeLine, lineTime] of time.lines) {
      const line = view.lineOf(codeLine);
      if (line === null) add(unlined, lineTime);
      else times.set(line, sumOf(times.get(line), lineTime));
    }
  }
  const {first, last, code} = view;
  const rows: ListingRow[] = [];
  for (let line = first; line <= last; line++) {
    const offset = code.get(line);
    const inner = offset === undefined || line === first ? undefined : script.functionAt(offset);
    if (inner !== undefined && isLeftOut(inner, span, leftOut)) continue;
    const hits = line === first && !span.isModule ? span.calls : offset === undefined ? null : script.countAt(offset);
    rows.push({line, hits, source: view.textOf(line), ...(times.get(line) ?? sumOf(undefined, undefined))});
  }
  const whole = rows.reduce((sum, row) => add(sum, row), {...unlined});
  return {span, file: view.file, line: first, rows, whole, unlined, foreign: own?.foreign ?? {samples: 0, us: 0}};
}

/** The standard error of a time: that of a count of samples, which is its root. */
export function errorUs({us, samples}: Sampled): number {
  return samples === 0 ? 0 : us / Math.sqrt(samples);
}

function isWithin(inner: FunctionSpan, outer: FunctionSpan): boolean {
  return inner.url === outer.url && inner.start >= outer.start && inner.end <= outer.end;
}

/** Whether a function, or one around it, has a listing of its own within that of `outer`. */
function isLeftOut(inner: FunctionSpan, outer: FunctionSpan, leftOut: ReadonlySet<FunctionSpan>): boolean {
  return [...leftOut].some((each) => each !== outer && isWithin(each, outer) && isWithin(inner, each));
}

function add(sum: Sampled, {samples, us}: Sampled): Sampled {
  sum.samples += samples;
  sum.us += us;
  return sum;
}

function sumOf(a: LineTime | undefined, b: LineTime | undefined): LineTime {
  const sum = (key: keyof LineTime) => (a?.[key] ?? 0) + (b?.[key] ?? 0);
  return {
    samples: sum("samples"),
    us: sum("us"),
    returned: sum("returned"),
    likely: sum("likely"),
    doubtful: sum("doubtful")
  };
}
