import * as v from "valibot";
import {checkValue} from "../check-value.js";
import {type CpuProfile, checkCpuProfile} from "../profile/cpu-profile.js";
import {count} from "../schema-parts.js";

const ms = v.pipe(v.number(), v.finite());

/** A look at the process: when, how long it covers, … as `Pulse`. */
const pulse = v.tuple([ms, ms, ms, ms, ms, ms, ms, ms]);
/** When a timer was due, how late it came, processor time meanwhile, and 1 if the loop had not turned before. */
const late = v.tuple([ms, ms, ms, count]);
/** When a collection began, how long it took, its kind, and the heap in use after it, 0 if that was not looked at. */
const collection = v.tuple([ms, ms, count, ms]);

const Slice = v.object({
  number: count,
  from: ms,
  to: ms,
  pulses: v.array(pulse),
  late: v.array(late),
  collections: v.array(collection),
  /** When the profile began. */
  profileFrom: ms,
  profile: v.unknown()
});

/** What a recorder leaves of a stretch of time. Times are milliseconds since 1970. */
export interface Slice extends Omit<v.InferOutput<typeof Slice>, "profile"> {
  readonly profile: CpuProfile;
}

/** @throws ResultError that names the first place that is wrong */
export function checkSlice(value: unknown, place: string): Slice {
  const {profile, ...slice} = checkValue(Slice, value, place);
  return {...slice, profile: checkCpuProfile(profile, `${place}: profile`)};
}
