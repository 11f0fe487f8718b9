import type {Runtime} from "./result.js";

/** With which `lab run` starts every process that it measures, so that it can collect garbage before it times. */
const ALWAYS = "--expose-gc";

/** The flags that tell one environment from another. */
export function tellingFlags({flags}: Pick<Runtime, "flags">): string[] {
  return flags.filter((flag) => flag !== ALWAYS);
}
