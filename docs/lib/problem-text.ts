import type * as v from "valibot";

/**
 * What a validator found wrong, with its place: `runs[0].margin: expected >0, got 0`. Of a union that refused,
 * the alternative that came nearest is told: the one whose own fields are there.
 *
 * @param outer places around the issue, from the outside
 */
export function problemText(issue: v.BaseIssue<unknown>, outer: readonly string[] = []): string {
  const path = [...outer, pathOf(issue)].filter((part) => part !== "");
  const inner = issue.type === "union" ? issue.issues : undefined;
  const nearest = inner?.find((candidate) => sentence(candidate) !== "missing") ?? inner?.[0];
  if (nearest !== undefined) return problemText(nearest, path);
  return [path.join(".").replaceAll(".[", "["), sentence(issue)].filter((part) => part !== "").join(": ");
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({key}) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return path.replace(/^\./, "");
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === "never") return "unknown field";
  if (issue.received === "undefined" && issue.expected?.startsWith('"')) return "missing";
  const own = issue.message.startsWith("expected") || issue.expected === null;
  const what = own
    ? issue.message.replace(/^Invalid (.*?): Received .*$/s, "expected a $1")
    : `expected ${issue.expected}`;
  return `${what}, got ${issue.received.slice(0, 80)}`;
}
