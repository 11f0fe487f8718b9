import * as v from "valibot";

const Preview = v.looseObject({
  overflow: v.boolean(),
  properties: v.array(v.looseObject({name: v.string(), type: v.string(), value: v.optional(v.string(), "")})),
  entries: v.optional(v.array(v.looseObject({})), [])
});

/** A value of the target, as the protocol describes it (`Runtime.RemoteObject`). */
export const RemoteValue = v.looseObject({
  type: v.string(),
  subtype: v.optional(v.string()),
  value: v.optional(v.unknown()),
  unserializableValue: v.optional(v.string()),
  description: v.optional(v.string(), ""),
  preview: v.optional(Preview)
});
export type RemoteValue = v.InferOutput<typeof RemoteValue>;

const MOST_TEXT = 60;

/** A value in words, short: `"text…"`, `42`, `Array(3) [1, 2, 3]`, `User {name: "…", age: 3}`. Not yet safe to print. */
export function describeValue(value: RemoteValue): string {
  const {type, subtype, description, preview} = value;
  if (type === "undefined") return "undefined";
  if (type === "string") return quoted(String(value.value));
  if (type === "function")
    return `function ${/^(?:async )?(?:function\*? ?)?([\w$]*)/.exec(description)?.[1] ?? ""}`.trim();
  if (type !== "object") return value.unserializableValue ?? (description || String(value.value));
  if (subtype === "null") return "null";
  return preview === undefined ? cut(description) : `${cut(description)} ${contents(preview, subtype === "array")}`;
}

function contents({properties, overflow}: v.InferOutput<typeof Preview>, isArray: boolean): string {
  const parts = properties.map(({name, type, value}) => {
    const text = type === "string" ? quoted(value) : type === "accessor" ? "(getter)" : cut(value || type);
    return isArray ? text : `${name}: ${text}`;
  });
  const list = [...parts, ...(overflow ? ["…"] : [])].join(", ");
  return isArray ? `[${list}]` : `{${list}}`;
}

function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  const line = text.split("\n", 1)[0]!;
  return text.length > MOST_TEXT || line !== text ? `${line.slice(0, MOST_TEXT - 1)}…` : text;
}
