import {fromHeapProfile} from "#lib/profile/from-heap-profile.js";
import {checkHeapProfile} from "#lib/profile/heap-profile.js";
import type {Format} from "./format.js";
import {jsonOf} from "./text-of.js";

/** V8's sampled allocations. */
export const heapprofile: Format = {
  name: "heapprofile",
  endings: [".heapprofile"],
  read: (content) => fromHeapProfile(checkHeapProfile(jsonOf(content), content.place), content.place)
};
