import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Imported} from "#lib/imported.js";
import {mean} from "#lib/stats/mean.js";
import {meaningOf} from "#lib/unit-meaning.js";
import {MeasurementError} from "../../errors.js";
import {importSource} from "../../exchange/formats.js";
import {readSource} from "../../exchange/read-source.js";

/** What a tool said in one process. */
export interface ToolFigure {
  /** The mean of its samples, as it reports it itself: nanoseconds per iteration. */
  readonly ns: number;
  /** The tool and its version. */
  readonly tool: string;
}

/**
 * The figure of a tool that writes a file: read as `lab import` reads it.
 *
 * @param run has the tool write its results into the file
 * @throws MeasurementError if they are not those of one process
 */
export async function measuredBy(run: (file: string) => Promise<unknown>): Promise<ToolFigure> {
  const folder = await mkdtemp(join(tmpdir(), "hotpath-twins-"));
  try {
    const file = join(folder, "result.json");
    await run(file);
    return figureIn(importSource(await readSource(file)));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function figureIn({benchmarks, from}: Imported): ToolFigure {
  const [benchmark, ...others] = benchmarks.filter(({metric}) => metric === null);
  const [first, ...more] = benchmark?.processes ?? [];
  const {base, cost} = meaningOf(benchmark?.unit ?? "");
  if (first === undefined || others.length + more.length > 0 || base !== "ns") {
    throw new MeasurementError(`${from.tool}: expected times of one benchmark in one process`);
  }
  return {ns: cost(mean(first.samples)), tool: from.tool};
}
