import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {name} from "#lib/schema-parts.js";
import {ROOT} from "../store.js";

const sentence = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
const Source = v.strictObject({title: sentence, url: v.pipe(v.string(), v.url(), v.startsWith("https://"))});
const Side = v.strictObject({cause: sentence, fix: sentence, sources: v.array(Source)});

const Row = v.pipe(
  v.strictObject({
    id: name,
    /** Where the article has it: in its table, or in its list of memory bottlenecks. */
    from: v.picklist(["table", "list"]),
    symptom: sentence,
    python: Side,
    node: Side,
    /** Whether the article's cause and fix stand, and why not or under which condition. */
    article: v.strictObject({
      verdict: v.picklist(["stands", "conditional", "wrong"]),
      why: sentence,
      sources: v.array(Source)
    }),
    /** What a number is, and the number as an inline directive names it: "ratio strings join at 10000". */
    measured: v.array(v.strictObject({what: sentence, number: sentence})),
    /** What no lab of ours answers. */
    unmeasured: v.exactOptional(sentence)
  }),
  v.check(
    ({measured, unmeasured}) => measured.length > 0 || unmeasured !== undefined,
    "expected a number in measured, or unmeasured to say what is not measured"
  ),
  v.check(
    ({measured, node}) => measured.length > 0 || node.sources.length > 0,
    "expected a public source for what is not measured"
  )
);
export type Bottleneck = v.InferOutput<typeof Row>;

const Bottlenecks = v.pipe(
  v.strictObject({rows: v.pipe(v.array(Row), v.minLength(1))}),
  v.check(({rows}) => new Set(rows.map(({id}) => id)).size === rows.length, "expected every id once")
);

const FILE = join(ROOT, "data", "bottlenecks.json");
let read: {readonly mtimeMs: number; readonly rows: readonly Bottleneck[]} | undefined;

/**
 * The rows of `data/bottlenecks.json`, read anew only when the file has changed.
 *
 * @throws ResultError that names the first place that is wrong
 */
export function readBottlenecks(): readonly Bottleneck[] {
  const {mtimeMs} = statSync(FILE);
  if (read?.mtimeMs === mtimeMs) return read.rows;
  const rows = checkBottlenecks(JSON.parse(readFileSync(FILE, "utf8")), "data/bottlenecks.json");
  read = {mtimeMs, rows};
  return rows;
}

/** @throws ResultError that names the first place that is wrong */
export function checkBottlenecks(value: unknown, place: string): readonly Bottleneck[] {
  return checkValue(Bottlenecks, value, place).rows;
}
