import {bun} from "./bun.js";
import {chromium} from "./chromium.js";
import {deno} from "./deno.js";
import {jvm} from "./jvm.js";
import {node} from "./node.js";
import {python} from "./python.js";
import type {RuntimeKind} from "./runtime.js";

/** All kinds of runtime that can measure, in the order in which they are shown. */
export const KINDS: readonly RuntimeKind[] = [node, bun, deno, chromium, python, jvm];

/** Other names that readers use. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["nodejs", "node"],
  ["chrome", "chromium"],
  ["java", "jvm"],
  ["jdk", "jvm"],
  ["cpython", "python"],
  ["python3", "python"]
]);

/** The kind of this name, whatever its case; undefined if there is none. */
export function kindNamed(name: string, kinds = KINDS): RuntimeKind | undefined {
  const plain = name.toLowerCase();
  return kinds.find((kind) => kind.name === (SYNONYMS.get(plain) ?? plain));
}
