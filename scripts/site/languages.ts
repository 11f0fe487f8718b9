import type {Runtime} from "#lib/result.js";

/** The language in which a runtime runs a lab, if that is not the lab's own. */
const LANGUAGES: Readonly<Record<string, "python" | "java">> = {
  python: "python",
  pypy: "python",
  graalpy: "python",
  jvm: "java"
};

/** Whether a runtime runs the lab as it is written in another language, with variants and a text of its own. */
export function isTwin({name}: Pick<Runtime, "name">): boolean {
  return Object.hasOwn(LANGUAGES, name);
}
