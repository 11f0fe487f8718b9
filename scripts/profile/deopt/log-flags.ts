import {join} from "node:path";

/**
 * V8's flags for a log of each isolate in a folder. Where V8 tells of deoptimisations on standard output too (11.3 to
 * 13.6), that goes to a file beside the logs.
 */
export function logFlags(folder: string, caches: boolean): string[] {
  return [
    "--log-deopt",
    caches ? "--log-ic" : "--log-code",
    "--logfile-per-isolate",
    `--logfile=${join(folder, "v8.log")}`,
    "--redirect-code-traces",
    `--redirect-code-traces-to=${join(folder, "traces.txt")}`
  ];
}
