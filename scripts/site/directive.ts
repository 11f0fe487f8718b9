import {ReaderError} from "../errors.js";

/** A directive as it stands in a page: what follows its name, apart. */
export interface DirectiveArguments {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** What stands between the backticks of a directive: Markdown, rendered, and the same without any marks. */
export interface Body {
  readonly html: string;
  readonly text: string;
}

/**
 * Turns a directive into HTML. Throws ReaderError when it asks for what does not exist.
 *
 * @param page the same object for all directives of one rendering of a page
 */
export type Directive = (given: DirectiveArguments, page: object, body: Body) => string;

/**
 * Reads `strings at=10000 variants=a,b`.
 *
 * @param accepted names that may stand before an equals sign
 * @throws ReaderError that names an argument that is not accepted
 */
export function parseArguments(text: string, accepted: readonly string[]): DirectiveArguments {
  const given = splitArguments(text);
  const unknown = [...given.named.keys()].find((name) => !accepted.includes(name));
  if (unknown === undefined) return given;
  throw new ReaderError(`unknown argument ${unknown}`, `accepted: ${accepted.join(", ") || "none"}`);
}

/** As `parseArguments`, whatever the arguments are called. */
export function splitArguments(text: string): DirectiveArguments {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const named = words.filter((word) => word.includes("=")).map((word) => word.split(/=(.*)/s) as [string, string]);
  return {positional: words.filter((word) => !word.includes("=")), named: new Map(named)};
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
