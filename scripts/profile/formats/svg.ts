import {flamePicture} from "#lib/profile/flame-picture.js";
import {flameSvg} from "#lib/profile/flame-svg.js";
import type {Format} from "./format.js";

/** A flame graph at rest. */
export const svg: Format = {
  name: "svg",
  endings: [".svg"],
  write: (profile, options) => flameSvg(flamePicture(profile, options), options.rootAt)
};
