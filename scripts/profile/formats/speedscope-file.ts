import * as v from "valibot";
import {numbers} from "#lib/profile/numbers.js";

const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());

/** Units of speedscope's format, and how much of ours one of them is. */
export const UNITS = {
  none: {unit: "samples", factor: 1},
  bytes: {unit: "bytes", factor: 1},
  nanoseconds: {unit: "microseconds", factor: 1e-3},
  microseconds: {unit: "microseconds", factor: 1},
  milliseconds: {unit: "microseconds", factor: 1e3},
  seconds: {unit: "microseconds", factor: 1e6}
} as const;

const unit = v.picklist(["none", "bytes", "nanoseconds", "microseconds", "milliseconds", "seconds"]);
const name = v.optional(v.string(), "");

const Sampled = v.object({
  type: v.literal("sampled"),
  name,
  unit,
  /** Indexes of frames, the outermost first, one array a sample. */
  samples: v.array(v.array(index)),
  weights: numbers
});
export type Sampled = v.InferOutput<typeof Sampled>;

const Evented = v.object({
  type: v.literal("evented"),
  name,
  unit,
  /** A frame is opened or closed. */
  events: v.array(v.object({type: v.picklist(["O", "C"]), at: finite, frame: index}))
});
export type Evented = v.InferOutput<typeof Evented>;

/** Speedscope's own format, as far as it is read here (speedscope, file-format-spec.ts). */
export const SpeedscopeFile = v.object({
  shared: v.object({
    frames: v.array(
      v.object({
        name: v.string(),
        file: v.nullish(v.string(), ""),
        line: v.nullish(index, 0),
        col: v.nullish(index, 0)
      })
    )
  }),
  profiles: v.pipe(v.array(v.variant("type", [Sampled, Evented])), v.minLength(1))
});
export type SpeedscopeFile = v.InferOutput<typeof SpeedscopeFile>;
