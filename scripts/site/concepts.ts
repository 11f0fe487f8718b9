import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {line, name} from "#lib/schema-parts.js";
import {ReaderError} from "../errors.js";

/** A permanent name, fit for an address: lower-case words joined by hyphens. */
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case letters and digits, joined by -")
);
/** A text that says something, with backticks around code. */
export const prose = v.pipe(v.string(), v.trim(), v.minLength(2, "expected a text"), v.maxLength(600));
/** A public page. */
export const page = v.pipe(v.string(), v.url("expected an address"), v.startsWith("https://", "expected https://"));

const major = v.pipe(v.number(), v.safeInteger(), v.minValue(20), v.maxValue(99));
const versions = v.pipe(
  v.strictObject({from: v.exactOptional(major), to: v.exactOptional(major)}),
  v.check(({from = 0, to = 99}) => from <= to, "expected from ≤ to"),
  v.check(({from, to}) => from !== undefined || to !== undefined, "expected from, to or both")
);
const check = v.strictObject({
  /** Printed by `node -p`, it is `true` where the row applies, and not where it does not. */
  expression: v.pipe(prose, v.excludes("'", "expected no single quote: a shell takes it between two of them")),
  flags: v.exactOptional(v.array(v.pipe(v.string(), v.regex(/^--[\w=-]+$/, "expected a flag"))))
});

/** One concept in three worlds. What confirms it stands in `check`, `ran`, `sources` and `lab`. */
const Row = v.strictObject({
  id: slug,
  group: slug,
  name: line,
  /** Null where there is nothing of the kind. */
  jvm: v.nullable(prose),
  python: v.nullable(prose),
  node: v.nullable(prose),
  /** Whether what one knows may be carried over to Node.js: as it is, with care, or not at all. */
  verdict: v.picklist(["same", "similar", "none"]),
  /** What a reader from elsewhere will get wrong. */
  trap: prose,
  /** Major versions of Node.js to which the row applies, both ends included; all if left out. */
  versions: v.exactOptional(versions),
  check: v.exactOptional(check),
  /** Other runtimes on which the names of the row were tried: "Java 17". */
  ran: v.exactOptional(v.array(line)),
  /** Public pages that were read, and say so. */
  sources: v.array(page),
  /** A lab that measures it. */
  lab: v.exactOptional(name),
  /** What nobody has confirmed. */
  unconfirmed: v.exactOptional(prose)
});
const Groups = v.array(v.strictObject({id: slug, title: line}));

/** The file `data/concepts.json`. */
export const ConceptMap = v.strictObject({
  /** Versions of Node.js on which every check was run. */
  tried: v.array(line),
  groups: Groups,
  rows: v.array(Row)
});
export type ConceptMap = v.InferOutput<typeof ConceptMap>;
export type Concept = v.InferOutput<typeof Row>;

/**
 * @param labs names of the labs that exist
 * @param place named first in every message: `data/concepts.json: rows[12].verdict: …`
 * @throws ResultError or ReaderError that names the first place that is wrong
 */
export function checkConcepts(value: unknown, labs: readonly string[], place: string): ConceptMap {
  const map = checkValue(ConceptMap, value, place);
  const groups = map.groups.map(({id}) => id);
  const known = new Map(groups.map((id, index) => [id, `groups[${index}]`]));
  for (const [index, row] of map.rows.entries()) {
    const at = `${place}: rows[${index}]`;
    const first = known.get(row.id);
    if (first !== undefined) throw new ReaderError(`${at}.id: expected every id once, got ${row.id} of ${first} again`);
    known.set(row.id, `rows[${index}]`);
    expectOneOf(groups, row.group, `${at}.group`);
    if (row.lab !== undefined) expectOneOf(labs, row.lab, `${at}.lab`);
    if (!isConfirmed(row) && row.unconfirmed === undefined) {
      throw new ReaderError(`${at}: expected a check, a source, a lab, or a word on what is unconfirmed`);
    }
  }
  return map;
}

/** Whether anything at all stands behind a row. */
export function isConfirmed({check, ran, sources, lab}: Concept): boolean {
  return check !== undefined || lab !== undefined || sources.length > 0 || (ran ?? []).length > 0;
}

/** Whether a row applies to a major version of Node.js. */
export function appliesTo({versions}: Concept, major: number): boolean {
  return major >= (versions?.from ?? 0) && major <= (versions?.to ?? Number.POSITIVE_INFINITY);
}

/** @throws ReaderError that names the place and what is known there */
export function expectOneOf(known: readonly string[], value: string, place: string): void {
  if (!known.includes(value)) throw new ReaderError(`${place}: expected one of ${known.join(", ")}, got ${value}`);
}
