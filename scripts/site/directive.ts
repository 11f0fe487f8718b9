import {ReaderError} from "../errors.js";

/** A directive as it stands in a page: what follows its name, apart. */
export interface DirectiveArguments {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/**
 * Turns a directive into HTML. Throws ReaderError when it asks for what does not exist.
 *
 * @param page the same object for all directives of one rendering of a page
 */
export type Directive = (given: DirectiveArguments, page: object) => string;

/**
 * Reads `strings at=10000 variants=a,b`.
 *
 * @param accepted names that may stand before an equals sign
 * @throws ReaderError that names an argument that is not accepted
 */
export function parseArguments(text: string, accepted: readonly string[]): DirectiveArguments {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const named = new Map<string, string>();
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 0) continue;
    const name = word.slice(0, equals);
    if (!accepted.includes(name)) {
      throw new ReaderError(`unknown argument ${name}`, `accepted: ${accepted.join(", ") || "none"}`);
    }
    named.set(name, word.slice(equals + 1));
  }
  return {positional: words.filter((word) => !word.includes("=")), named};
}

/** @throws ReaderError that says what is missing */
export function required<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new ReaderError(`${what} is missing`);
  return value;
}

/** The names in `a,b,c`; undefined if the argument was not given. */
export function listOf(text: string | undefined): string[] | undefined {
  return text?.split(",").filter((name) => name !== "");
}
