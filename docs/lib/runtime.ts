import * as v from "valibot";
import {line, name} from "./schema-parts.js";

/** What ran the measured code. */
export const Runtime = v.strictObject({
  /** node, bun, deno, chromium, … */
  name,
  version: line,
  /** V8 13.6.233, JavaScriptCore … */
  engine: line,
  /** Flags that the measured process was started with. */
  flags: v.array(line)
});
export type Runtime = v.InferOutput<typeof Runtime>;
