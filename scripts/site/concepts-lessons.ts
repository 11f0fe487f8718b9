import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** A lesson, as other pages name it. */
export interface Lesson {
  readonly name: string;
  /** With backticks around code. */
  readonly title: string;
  /** Rows of the concept map that it names. */
  readonly concepts: ReadonlySet<string>;
}

const LESSONS = join("docs", "lessons");
const NAMED = /\{\{concept\s+([\w-]+)/g;

/** All lessons, in alphabetical order. */
export function readLessons(folder = LESSONS): Lesson[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const name = file.slice(0, -".md".length);
    const concepts = new Set([...text.matchAll(NAMED)].map(([, id]) => id!));
    return {name, title: /^# (.*)$/m.exec(text)?.[1] ?? name, concepts};
  });
}
