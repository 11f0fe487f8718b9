/** What a variant returned, short enough to be sent: a text is told by its length and hash. */
export type Answered =
  | {readonly type: "number"; readonly value: number}
  | {readonly type: "bigint" | "boolean"; readonly value: string}
  | {readonly type: "string"; readonly length: number; readonly hash: number};

/**
 * @param place named in the error: which variant at which size
 * @throws TypeError if there is nothing to compare: undefined, an object, a promise, NaN
 */
export function answerOf(value: unknown, place: string): Answered {
  if (typeof value === "string") return {type: "string", length: value.length, hash: hashOf(value)};
  if (typeof value === "bigint" || typeof value === "boolean")
    return {type: typeof value as "bigint", value: String(value)};
  if (typeof value === "number" && Number.isFinite(value)) return {type: "number", value};
  throw new TypeError(
    `${place}: expected a finite number, a text, a bigint or a boolean that depends on all the work, got ${describe(value)}\n` +
      "  work whose result nobody uses can be removed by the compiler, and is not measured"
  );
}

/** Whether two variants did the same work: exactly, or for numbers within a relative tolerance. */
export function agree(a: Answered, b: Answered, tolerance: number): boolean {
  if (a.type === "number" && b.type === "number") {
    return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
  }
  return a.type === b.type && answerText(a) === answerText(b);
}

/** For messages. */
export function answerText(answer: Answered): string {
  return answer.type === "string"
    ? `a text of ${answer.length} characters (hash ${answer.hash})`
    : String(answer.value);
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing (undefined)";
  if (value instanceof Promise) return "a promise";
  return typeof value === "number" ? String(value) : value === null ? "null" : `a value of type ${typeof value}`;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
