import type {CallFrame} from "./call-frame.js";
import type {CountedScript, FunctionSpan} from "./counted-script.js";
import {type Charged, type LineCharge, placeKey} from "./line-charges.js";

/** Samples and their time, in microseconds. */
export interface Sampled {
  samples: number;
  us: number;
}

/** What was found on a line of code. */
export interface LineTime extends Sampled {
  /** Samples that V8 charged to a caller, and that only this line can have made. */
  returned: number;
  /** As `returned`, where other lines could have made them too, but of no function that the caller was seen to call. */
  likely: number;
  /** Samples that a function inlined from another file may have made: it has code on a line of this number. */
  doubtful: number;
}

/** What was found in a function itself. */
export interface FunctionTime extends Sampled {
  /** By line of the code that ran. */
  readonly lines: ReadonlyMap<number, LineTime>;
  /** Charged to it without a line. */
  readonly unlined: Sampled;
  /** Charged to it on lines that it does not have: of functions that were inlined, nobody knows which. */
  readonly foreign: Sampled;
}

/** Where time was found. */
export interface PlacedTimes {
  readonly functions: ReadonlyMap<FunctionSpan, FunctionTime>;
  /** Functions that were sampled and not counted, with their time. */
  readonly uncounted: ReadonlyMap<string, Sampled & {readonly frame: CallFrame}>;
}

/** The counted side of a join. */
export interface CountedProgram {
  /** By address. */
  readonly scripts: ReadonlyMap<string, CountedScript>;
  /** Where the code of each line begins, by line; a line without code is left out. */
  readonly codeOf: (script: CountedScript) => ReadonlyMap<number, number>;
  /** Whether this V8 charges inlined functions to themselves; where it does not, samples are put back if it is provable. */
  readonly chargesInlined: boolean;
}

/**
 * Finds out where samples belong. V8 to 13.6 (Node 20, 22, 24) charges a function that was inlined to its caller, with
 * the line that it has in its own file. Such a line is seldom one of the caller's; then the sample goes back to the
 * one line of the program that has this number and ran, or, of several, to the one in a function that the caller was
 * seen to call. Where both fail it stays with the caller as foreign.
 */
export function placeCharges({charges, callees}: Charged, program: CountedProgram): PlacedTimes {
  const placing = new Placing(program, callees);
  for (const charge of charges) placing.add(charge);
  return placing;
}

class Placing implements PlacedTimes {
  readonly functions = new Map<FunctionSpan, FunctionTime & {readonly lines: Map<number, LineTime>}>();
  readonly uncounted = new Map<string, Sampled & {frame: CallFrame}>();
  readonly #program: CountedProgram;
  readonly #callees: Charged["callees"];
  readonly #reached = new Map<string, ReadonlySet<FunctionSpan>>();
  readonly #onLine = new Map<number, readonly FunctionSpan[]>();

  constructor(program: CountedProgram, callees: Charged["callees"]) {
    this.#program = program;
    this.#callees = callees;
  }

  add(charge: LineCharge): void {
    const {frame, line} = charge;
    if (frame.url === "") return;
    const span = this.#spanOf(frame);
    if (span === undefined || span.calls === 0) {
      const known = this.uncounted.get(placeKey(frame)) ?? {frame, samples: 0, us: 0};
      this.uncounted.set(placeKey(frame), addTo(known, charge));
    } else if (line === 0) addTo(this.#timeOf(span).unlined, charge);
    else if (span.line <= line && line <= span.lastLine) this.#own(span, charge);
    else this.#elsewhere(span, charge);
  }

  #own(span: FunctionSpan, charge: LineCharge): void {
    const time = this.#charge(span, charge);
    if (this.#program.chargesInlined) return;
    const reached = this.#reach(charge.frame);
    const others = this.#candidates(charge.line).filter((each) => each.url !== span.url && reached.has(each));
    if (others.length > 0) time.doubtful += charge.samples;
  }

  #elsewhere(span: FunctionSpan, charge: LineCharge): void {
    const all = this.#candidates(charge.line);
    const reached = this.#reach(charge.frame);
    const likely = all.length > 1 ? all.filter((each) => reached.has(each)) : [];
    const found = all.length === 1 ? all[0] : likely.length === 1 ? likely[0] : undefined;
    if (found === undefined) {
      addTo(this.#timeOf(span).foreign, charge);
      return;
    }
    const time = this.#charge(found, charge);
    if (all.length === 1) time.returned += charge.samples;
    else time.likely += charge.samples;
  }

  /** The functions that can have been inlined and have code on a line of this number that ran. */
  #candidates(line: number): readonly FunctionSpan[] {
    const known = this.#onLine.get(line);
    if (known !== undefined) return known;
    const found = [...this.#program.scripts.values()].flatMap((script) => this.#candidateIn(script, line));
    this.#onLine.set(line, found);
    return found;
  }

  #candidateIn(script: CountedScript, line: number): FunctionSpan[] {
    const holds = (span: FunctionSpan) =>
      !span.isModule && span.calls > 0 && span.line <= line && line <= span.lastLine;
    if (!script.functions.some(holds)) return [];
    const offset = this.#program.codeOf(script).get(line);
    if (offset === undefined || script.countAt(offset) === 0) return [];
    const span = script.functionAt(offset);
    const within = span?.isModule === true ? script.functions.find((each) => holds(each) && each.line === line) : span;
    return within === undefined || within.isModule ? [] : [within];
  }

  /** All that was seen to run below a function. */
  #reach(frame: CallFrame): ReadonlySet<FunctionSpan> {
    const key = placeKey(frame);
    const known = this.#reached.get(key);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const pending = [...(this.#callees.get(key) ?? [])];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      pending.push(...(this.#callees.get(next) ?? []));
    }
    const spans = new Set([...seen].flatMap((each) => this.#spanAt(each) ?? []));
    this.#reached.set(key, spans);
    return spans;
  }

  #spanAt(key: string): FunctionSpan | undefined {
    const [, line = "", column = "", url = ""] = /^(-?\d+):(-?\d+):(.*)$/s.exec(key) ?? [];
    return this.#spanOf({functionName: "", scriptId: "", url, lineNumber: Number(line), columnNumber: Number(column)});
  }

  #spanOf({url, lineNumber, columnNumber}: CallFrame): FunctionSpan | undefined {
    const script = this.#program.scripts.get(url);
    if (script === undefined || lineNumber < 0) return undefined;
    return script.functionOf(lineNumber + 1, columnNumber + 1);
  }

  #charge(span: FunctionSpan, charge: LineCharge): LineTime {
    const {lines} = addTo(this.#timeOf(span), charge);
    const known = lines.get(charge.line) ?? {samples: 0, us: 0, returned: 0, likely: 0, doubtful: 0};
    lines.set(charge.line, known);
    return addTo(known, charge);
  }

  #timeOf(span: FunctionSpan): FunctionTime & {readonly lines: Map<number, LineTime>} {
    const none = () => ({samples: 0, us: 0});
    const known = this.functions.get(span) ?? {...none(), unlined: none(), foreign: none(), lines: new Map()};
    this.functions.set(span, known);
    return known;
  }
}

function addTo<Sum extends Sampled>(sum: Sum, {samples, us}: Sampled): Sum {
  sum.samples += samples;
  sum.us += us;
  return sum;
}
