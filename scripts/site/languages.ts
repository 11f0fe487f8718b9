import type {Runtime} from "#lib/result.js";

/** Runtimes that run a lab as it is written in another language than its own. */
const OTHER_LANGUAGES: readonly string[] = ["python", "jvm"];

/** Whether a runtime runs the lab's twin, which has variants and a text of its own. */
export function isTwin({name}: Pick<Runtime, "name">): boolean {
  return OTHER_LANGUAGES.includes(name);
}
