import * as v from "valibot";
import {checkValue} from "#lib/check-value.js";
import {Machine, Runtime} from "#lib/result.js";
import {line, name, nonNegative, positive, size} from "#lib/schema-parts.js";
import {MIN_BLOCKS} from "#lib/stats/paired-ratio.js";

const blocks = v.pipe(v.array(positive), v.minLength(MIN_BLOCKS));

/** One variant at one size, measured by both; one value a block, in the order of blocks. */
const TwinCell = v.pipe(
  v.strictObject({
    /** The kind of runtime. */
    runtime: name,
    lab: name,
    variant: name,
    size,
    /** SHA-256 of what decides what is timed, as in results. */
    hash: v.pipe(v.string(), v.hash(["sha256"])),
    /** Nanoseconds per iteration of one fork, by our protocol. */
    oursNs: blocks,
    /** The mean that the other tool gives in one process. */
    theirsNs: blocks,
    /** An empty call in our forks: the median. */
    emptyCallNs: nonNegative
  }),
  v.check(({oursNs, theirsNs}) => oursNs.length === theirsNs.length, "expected a value of either side for each block")
);
export type TwinCell = v.InferOutput<typeof TwinCell>;

/** The tool that a runtime's cells are held against. */
const TwinPeer = v.strictObject({runtime: Runtime, tool: line, settings: line});

/** All that `npm run bench:twins` leaves in `data/bench/twins.json`. */
const TwinsBench = v.strictObject({
  format: v.literal(1),
  /** When it started, ISO 8601. */
  date: v.pipe(v.string(), v.isoTimestamp()),
  machine: Machine,
  /** One-minute load average before each block; empty where the system does not say. */
  load: v.array(nonNegative),
  /** Of the order and of the data. */
  seed: v.number(),
  seconds: positive,
  peers: v.pipe(v.array(TwinPeer), v.minLength(1)),
  cells: v.pipe(v.array(TwinCell), v.minLength(1))
});
export type TwinsBench = v.InferOutput<typeof TwinsBench>;

/** @throws ResultError that names the first place that is wrong */
export function checkTwins(value: unknown, place: string): TwinsBench {
  return checkValue(TwinsBench, value, place);
}
