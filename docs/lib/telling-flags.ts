import type {Runtime} from "./result.js";

/** What `lab run` itself adds, depending on nothing but the version: each is explained where it is added. */
const OURS = ["--expose-gc", "--no-lazy-feedback-allocation", "-E", "-B"];

/** The flags that tell one environment from another. */
export function tellingFlags({flags}: Pick<Runtime, "flags">): string[] {
  return flags.filter((flag) => !OURS.includes(flag));
}
