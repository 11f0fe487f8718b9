import type {Option} from "commander";
import {parseDuration, parsePercent} from "./parse-options.js";
import {typedDefault} from "./typed-default.js";

/** The difference too small to matter, as a share. */
export function marginOption(): Option {
  return typedDefault("--margin <percent>", "the difference too small to matter", parsePercent, "1%");
}

/** How long a process may take to answer, in seconds. */
export function timeoutOption(): Option {
  return typedDefault("--timeout <time>", "stop a process that has not answered by then", parseDuration, "60s");
}
