import {placeOf, unescapeText} from "./log-field.js";
import {type CodePlace, TIERS, type Tier} from "./v8-log.js";

/** V8's marks of the compiler. Others may stand around them: V8 14.6 writes `o*` for code that replaced a running loop. */
const MARKS: Readonly<Record<string, Tier>> = {"~": "interpreter", "^": "baseline", "+": "maglev", "*": "turbofan"};
const MARK = /[~^+*]/;
const PAGE = 4096;

/** A function that the log has told of. */
export interface LoggedFunction {
  readonly name: string;
  /** Its beginning. */
  readonly place: CodePlace;
  /** The best code that it has reached up to now. */
  readonly tier: Tier;
}

interface Code {
  readonly start: number;
  readonly size: number;
  readonly of: LoggedFunction;
}

/** Which function the code at an address belongs to, at the moment that the log has reached. */
export class CodeMap {
  readonly #pages = new Map<number, Code[]>();
  readonly #starts = new Map<number, Code>();
  readonly #functions = new Map<string, {name: string; place: CodePlace; tier: Tier}>();
  readonly #scripts = new Set<string>();

  /** A script: its name tells where the name of a function ends and that of its file begins. */
  addScript(file: string): void {
    this.#scripts.add(file);
  }

  /** @param fields of a line `code-creation,JS,tier,time,address,size,name,function,mark`, from the address on */
  add(address: number, size: number, name: string, mark: string): void {
    const tier = MARKS[MARK.exec(mark)?.[0] ?? ""];
    if (tier === undefined || !(size > 0)) return;
    const known = this.#functions.get(name);
    const of = known ?? {...this.#named(name), tier};
    if (known === undefined) this.#functions.set(name, of);
    else if (TIERS.indexOf(tier) > TIERS.indexOf(of.tier)) of.tier = tier;
    this.#place({start: address, size, of});
  }

  /** The collector has moved code. */
  move(from: number, to: number): void {
    const code = this.#starts.get(from);
    if (code === undefined) return;
    this.#starts.delete(from);
    this.#place({...code, start: to});
  }

  find(address: number): LoggedFunction | undefined {
    const page = this.#pages.get(Math.floor(address / PAGE)) ?? [];
    for (let index = page.length - 1; index >= 0; index--) {
      const {start, size, of} = page[index]!;
      if (address >= start && address < start + size) return of;
    }
    return undefined;
  }

  #place(code: Code): void {
    this.#starts.set(code.start, code);
    const last = Math.floor((code.start + code.size - 1) / PAGE);
    for (let page = Math.floor(code.start / PAGE); page <= last; page++) {
      const codes = this.#pages.get(page);
      if (codes === undefined) this.#pages.set(page, [code]);
      else codes.push(code);
    }
  }

  /** `name file:1:14`, where both may hold spaces. */
  #named(field: string): {name: string; place: CodePlace} {
    const text = unescapeText(field);
    let first: number | undefined;
    for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
      first ??= at;
      const place = placeOf(text.slice(at + 1));
      if (this.#scripts.has(place.file)) return {name: text.slice(0, at), place};
    }
    return first === undefined
      ? {name: text, place: {file: "", line: 0, column: 0}}
      : {name: text.slice(0, first), place: placeOf(text.slice(first + 1))};
  }
}
