import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** A lesson, as other pages name it. */
export interface Lesson {
  readonly name: string;
  /** Where it is on the site. */
  readonly path: string;
  /** With backticks around code. */
  readonly title: string;
  /** Rows of the concept map that it names. */
  readonly concepts: ReadonlySet<string>;
}

const FOLDERS = ["lessons", "profile"] as const;
const NAMED = /\{\{concept\s+([\w-]+)/g;

/** All lessons: those that teach a lab, then those that teach a profiler, each in alphabetical order. */
export function readLessons(): Lesson[] {
  return FOLDERS.flatMap((folder) => {
    const files = readdirSync(join("docs", folder)).filter((file) => file.endsWith(".md"));
    return files.sort().map((file) => readLesson(folder, file.slice(0, -".md".length)));
  });
}

function readLesson(folder: string, name: string): Lesson {
  const text = readFileSync(join("docs", folder, `${name}.md`), "utf8");
  const concepts = new Set([...text.matchAll(NAMED)].map(([, id]) => id!));
  return {name, path: `/${folder}/${name}`, title: /^# (.*)$/m.exec(text)?.[1] ?? name, concepts};
}
