import {printableLine} from "../terminal/printable.js";

/** A result with every text in it safe to show on a terminal: whoever wrote the file chose those texts. */
export function sanitise<Value>(value: Value): Value {
  return sanitised(value) as Value;
}

function sanitised(value: unknown): unknown {
  if (typeof value === "string") return printableLine(value);
  if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(sanitised);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sanitised(part)]));
}
