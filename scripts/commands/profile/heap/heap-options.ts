import {type Command, InvalidArgumentError, Option} from "commander";
import {parseWhole} from "../../parse-options.js";

/** What every recording of allocations lets the reader choose. */
export interface HeapFlags {
  readonly out?: string;
  readonly force?: true;
  readonly live?: true;
  /** Bytes. */
  readonly interval: number;
  readonly top: number;
  readonly tree?: true;
  readonly json?: true;
}

/** The options of a recording of allocations. */
export function heapOptions(command: Command, interval: string): Command {
  return command
    .option("-o, --out <file>", "where to write; the ending chooses the format, .heapprofile is V8's own")
    .option("--force", "replace the file if it exists")
    .option("--live", "only what survives to the end of the recording, without the garbage")
    .addOption(intervalOption(interval))
    .option("--top <n>", "functions in the summary", parseWhole(0, 1000), 10)
    .option("--tree", "who called whom, below the summary: the heaviest branches")
    .option("--json", "print the summary as JSON on standard output");
}

/** How finely to sample. @param usual as the reader would type it */
export function intervalOption(usual: string): Option {
  return new Option("--interval <bytes>", "one sample in so many bytes, on average")
    .argParser(parseInterval)
    .default(parseInterval(usual), usual);
}

/** What all recordings of allocations have in common, for the end of a help text. */
export const heapFacts = `
Sizes are estimates from samples: a row of many samples is nearly right, a row of three is an anecdote. A place is the
beginning of a function; V8 does not note the line within. It notes the innermost 128 functions of a stack, and only
the JavaScript heap: the bytes behind a Buffer or a typed array are outside. What an inlined function allocates is
charged to its caller. V8 collects all garbage when it is asked for the samples: a function whose code goes with it, as
that of a script that has run to its end, is told by its name alone.`;

const FACTORS: Readonly<Record<string, number>> = {B: 1, kB: 1e3, KB: 1e3, KiB: 2 ** 10, MB: 1e6, MiB: 2 ** 20};

/** `32KiB`, `1MB`, or a bare number of bytes. Below 1 kB nearly every allocation would be a sample. */
function parseInterval(text: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*([kKM]i?B|B|)$/.exec(text.trim()) ?? [];
  const bytes = number === "" ? Number.NaN : Math.round(Number(number) * (FACTORS[unit || "B"] ?? Number.NaN));
  if (bytes >= 1000 && bytes <= 2 ** 30) return bytes;
  throw new InvalidArgumentError(`must be from 1kB to 1024MiB, like 32KiB, got ${text}`);
}
