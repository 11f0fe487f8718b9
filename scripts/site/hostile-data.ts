import {checkResult, type Result} from "#lib/result.js";

/** A text that tries to leave wherever it is put: an attribute, an element, a script, a template, a directive. */
export const HOSTILE =
  '"\'><img data-injected src=x onerror="injected=1"></script></title><script data-injected>injected=1</script>' +
  "{{injected}}$" +
  "{injected=1}[a](javascript:injected=1)**b**`c`<!--]]>\n\n# d\n\n```js\ninjected=1\n```\n";

/** A result that is hostile wherever the check admits that, and what the check said elsewhere. */
export interface Poisoned {
  readonly result: Result;
  /** Fields that may hold any text: `runs.*.runtime.version`. */
  readonly admitted: readonly string[];
  /** What the check said of a hostile text in each other field. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Adds a hostile text to every text of a result, field by field. For tests. */
export function poison(clean: Result, place: string): Poisoned {
  let result = furnished(clean);
  const admitted: string[] = [];
  const refused = new Map<string, string>();
  for (const field of textFields(result)) {
    try {
      result = checkResult(withHostile(result, field), place);
      admitted.push(field);
    } catch (error) {
      refused.set(field, (error as Error).message);
    }
  }
  return {result, admitted, refused};
}

/** The same with a text in the fields that may be empty. */
function furnished({machine, runs, ...rest}: Result): Result {
  const texts = ["a text"];
  return {
    ...rest,
    machine: {...machine, virtual: "a text"},
    runs: runs.map(({runtime, ...run}) => ({
      ...run,
      runtime: {...runtime, flags: texts},
      notes: texts,
      failures: [{block: 0, variant: run.lab.baseline, size: run.lab.sizes[0]!, reason: "a text"}]
    }))
  };
}

function textFields(value: unknown, path = ""): string[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  const fields = Object.entries(value).flatMap(([key, part]) => textFields(part, below(path, value, key)));
  return [...new Set(fields)];
}

function withHostile(value: unknown, field: string, path = ""): unknown {
  if (typeof value === "string") return path === field ? value + HOSTILE : value;
  if (typeof value !== "object" || value === null || !field.startsWith(path)) return value;
  const parts = Object.entries(value).map(
    ([key, part]) => [key, withHostile(part, field, below(path, value, key))] as const
  );
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function below(path: string, parent: object, key: string): string {
  const step = Array.isArray(parent) ? "*" : key;
  return path === "" ? step : `${path}.${step}`;
}
