import {Option} from "commander";
import {parseDuration, parsePercent} from "./parse-options.js";

/** The difference too small to matter, as a share. */
export function marginOption(): Option {
  return new Option("--margin <percent>", "the difference too small to matter")
    .argParser(parsePercent)
    .default(0.01, "1%");
}

/** How long a process may take to answer, in seconds. */
export function timeoutOption(): Option {
  return new Option("--timeout <time>", "stop a process that has not answered by then")
    .argParser(parseDuration)
    .default(60, "60s");
}
