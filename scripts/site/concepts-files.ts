import {readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {closest} from "fastest-levenshtein";
import {ReaderError} from "../errors.js";
import {ROOT} from "../store.js";
import {type Concept, type ConceptMap, checkConcepts} from "./concepts.js";
import {checkGlossary, type Glossary, type Term} from "./glossary.js";

/** Where the concept map and the glossary are kept: with the project, also when results are elsewhere. */
const CONCEPTS = join(ROOT, "data", "concepts.json");
const GLOSSARY = join(ROOT, "data", "glossary.json");

const read = new Map<string, {mtimeMs: number; value: unknown}>();

/** @throws ResultError or ReaderError that names the place in the file that is wrong */
export function conceptMap(): ConceptMap {
  return readIfChanged(CONCEPTS, (value, place) => checkConcepts(value, labFolders(), place));
}

/** In alphabetical order. @throws as `conceptMap` */
export function glossary(): Glossary {
  return readIfChanged(GLOSSARY, (value, place) => {
    const ids = conceptMap().rows.map(({id}) => id);
    return checkGlossary(value, ids, place);
  });
}

/** @throws ReaderError that names the nearest row */
export function conceptNamed(id: string): Concept {
  return named(conceptMap().rows, id, "row of the concept map");
}

/** @throws ReaderError that names the nearest term */
export function termNamed(id: string): Term {
  return named(glossary(), id, "term of the glossary");
}

/** Labs that exist, compiled or not. */
function labFolders(): string[] {
  const entries = readdirSync(join(ROOT, "labs"), {withFileTypes: true});
  return entries.filter((entry) => entry.isDirectory()).map(({name}) => name);
}

function named<Entry extends {readonly id: string}>(entries: readonly Entry[], id: string, what: string): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (found !== undefined) return found;
  const ids = entries.map((entry) => entry.id);
  throw new ReaderError(`no ${what} is called ${id}`, `the nearest is ${closest(id, ids)}`);
}

/** Pages are parsed several times in one build. */
function readIfChanged<Value>(path: string, check: (value: unknown, place: string) => Value): Value {
  const {mtimeMs} = statSync(path);
  const known = read.get(path);
  if (known?.mtimeMs === mtimeMs) return known.value as Value;
  const value = check(parsed(path), relative(ROOT, path));
  read.set(path, {mtimeMs, value});
  return value;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ReaderError(`${relative(ROOT, path)}: not JSON: ${(error as Error).message}`, [], {cause: error});
  }
}
