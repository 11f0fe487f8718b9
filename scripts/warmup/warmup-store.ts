import {existsSync, readFileSync, statSync} from "node:fs";
import {checkWarmup, saysWarmup, type Warmup, type WarmupSeries} from "#lib/warmup/warmup.js";
import {ReaderError} from "../errors.js";
import {writeAtomically} from "../files.js";
import {parsedJson} from "../parsed-json.js";
import {shownPath} from "../shown-path.js";
import {sameRuntime} from "../store.js";

/**
 * Warm-up curves in a file; null if there is none.
 *
 * @throws ReaderError or ResultError that names file and place, if it is something else
 */
export function readWarmup(file: string): Warmup | null {
  if (!existsSync(file)) return null;
  const place = shownPath(file);
  const value = parsedJson(readFileSync(file, "utf8"));
  if (value !== undefined) return checkWarmup(value, place);
  throw new ReaderError(`${place}: not JSON`, "it was cut off or edited: measure again, or delete the file");
}

/**
 * What is in the file in which curves are to be kept; null if there is none.
 *
 * @throws ReaderError or ResultError if it holds something else, or curves of another lab or machine
 */
export function warmupBefore(file: string, {lab, machine}: Pick<Warmup, "lab" | "machine">): Warmup | null {
  const before = readWarmup(file);
  if (before === null || (before.lab === lab && before.machine.id === machine.id)) return before;
  throw new ReaderError(`${shownPath(file)}: holds ${before.lab} on ${before.machine.id}`, [
    "give another file, or a folder: it gets a file for each lab"
  ]);
}

/** As `readWarmup`, for a file that may hold something else: null then. */
export function warmupIn(file: string): Warmup | null {
  const value = statSync(file, {throwIfNoEntry: false})?.isFile() ? parsedJson(readFileSync(file, "utf8")) : undefined;
  return saysWarmup(value) ? checkWarmup(value, shownPath(file)) : null;
}

/**
 * Writes curves beside those that are there: of the same runtime, tier, variant and size the new ones stay.
 *
 * @throws ReaderError if the file holds those of another lab or machine
 */
export async function keepWarmup(file: string, warmup: Warmup): Promise<void> {
  const before = warmupBefore(file, warmup);
  const others = before?.series.filter((old) => !warmup.series.some((now) => isSame(old, now))) ?? [];
  const series = [...others, ...warmup.series].sort((a, b) =>
    orderOf(a).localeCompare(orderOf(b), "en", {numeric: true})
  );
  await writeAtomically(file, compactJson({...warmup, series}));
}

function isSame(a: WarmupSeries, b: WarmupSeries): boolean {
  return sameRuntime(a.runtime, b.runtime) && a.tier === b.tier && a.variant === b.variant && a.size === b.size;
}

/** By variant and size; Node.js first, then the others by name; versions ascending. */
function orderOf({variant, size, runtime: {name, version}, tier}: WarmupSeries): string {
  return `${variant} ${size} ${name === "node" ? "" : name} ${version} ${tier === "default" ? "" : tier}`;
}

/** A line for each process. */
function compactJson({series, ...rest}: Warmup): string {
  const texts = series.map(({processes, ...one}) => {
    const lines = processes.map((curve) => JSON.stringify(curve)).join(",\n");
    return `{${JSON.stringify(one).slice(1, -1)},"processes":[\n${lines}\n]}`;
  });
  return `{${JSON.stringify(rest).slice(1, -1)},"series":[\n${texts.join(",\n")}\n]}\n`;
}
