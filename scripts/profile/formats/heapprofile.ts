import {fromHeapProfile} from "#lib/profile/from-heap-profile.js";
import {checkHeapProfile} from "#lib/profile/heap-profile.js";
import {heapProfileText} from "#lib/profile/heap-profile-text.js";
import type {Profile} from "#lib/profile/profile.js";
import {ReaderError} from "../../errors.js";
import type {Format} from "./format.js";
import {jsonOf} from "./text-of.js";

/** V8's sampled allocations. */
export const heapprofile: Format = {
  name: "heapprofile",
  endings: [".heapprofile"],
  read: (content) => fromHeapProfile(checkHeapProfile(jsonOf(content), content.place), content.place),
  write
};

function write(profile: Profile): string {
  const {title, unit} = profile;
  if (unit === "bytes") return heapProfileText(profile);
  const held = unit === "samples" ? "counts samples" : "holds time";
  throw new ReaderError(`${title}: a .heapprofile holds bytes, this profile ${held}`);
}
