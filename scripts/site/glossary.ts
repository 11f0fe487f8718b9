import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {line} from "#lib/schema-parts.js";
import {ReaderError} from "../errors.js";
import {expectOneOf, page, prose, slug} from "./concepts.js";

/** A word of this book. */
const term = v.strictObject({
  id: slug,
  term: line,
  /** Other words for the same. */
  also: v.exactOptional(v.array(line)),
  /** The plural, and other forms of any of these words. */
  forms: v.exactOptional(v.array(line)),
  definition: prose,
  /** What an engineer of the JVM calls it, or the nearest that there is. */
  jvm: v.exactOptional(prose),
  python: v.exactOptional(prose),
  /** Rows of the concept map. */
  concepts: v.exactOptional(v.array(slug)),
  source: v.exactOptional(page)
});
/** The file `data/glossary.json`, in any order. */
const terms = v.array(term);
export type Term = v.InferOutput<typeof term>;
export type Glossary = v.InferOutput<typeof terms>;

/**
 * @param concepts ids of the concept map
 * @returns the terms in alphabetical order
 * @throws ResultError or ReaderError that names the first place that is wrong
 */
export function checkGlossary(value: unknown, concepts: readonly string[], place: string): Glossary {
  const glossary = checkValue(terms, value, place);
  const ids = new Set<string>();
  const words = new Map<string, string>();
  for (const [index, term] of glossary.entries()) {
    const at = `${place}: [${index}]`;
    if (ids.has(term.id)) throw new ReaderError(`${at}.id: expected every id once, got ${term.id} again`);
    ids.add(term.id);
    for (const word of wordsOf(term)) {
      const other = words.get(word);
      if (other !== undefined) throw new ReaderError(`${at}: expected every word once, got ${word}, as in ${other}`);
      words.set(word, term.id);
    }
    for (const [place, id] of (term.concepts ?? []).entries()) expectOneOf(concepts, id, `${at}.concepts[${place}]`);
  }
  return glossary.sort((a, b) => a.term.localeCompare(b.term, "en"));
}

/** All the words by which a term goes, as they are compared. */
export function wordsOf({term, also = [], forms = []}: Term): string[] {
  return [term, ...also, ...forms].map(normalized);
}

/** The term that a word of a page means, if it is one. */
export function termFor(glossary: Glossary, word: string): Term | undefined {
  return glossary.find((term) => wordsOf(term).includes(normalized(word)));
}

function normalized(word: string): string {
  return word.trim().toLowerCase();
}
