import type {Machine, Runtime} from "#lib/result.js";
import {pairedRatio} from "#lib/stats/paired-ratio.js";

/** What profiling costs, by how often functions are called. */
export interface OverheadBench {
  readonly format: 1;
  readonly date: string;
  readonly machine: Machine;
  readonly cells: readonly OverheadCell[];
}

/** One tool on one runtime, at one length of a call. */
export interface OverheadCell {
  readonly tool: string;
  readonly runtime: Pick<Runtime, "name" | "version">;
  /** Steps of work in a call. */
  readonly steps: number;
  readonly calls: number;
  /** Time of the processor; of the clock for a tool that stops the program from outside. */
  readonly clock: "cpu" | "wall";
  /** Seconds without the tool, and with it in the same round. A process each. */
  readonly without: readonly number[];
  readonly with: readonly number[];
}

/** A cell as it is read. */
export interface OverheadRow {
  readonly tool: string;
  readonly runtime: string;
  readonly steps: number;
  /** Calls in a second of the program without the tool. */
  readonly callsPerSecond: number;
  readonly ratio: number;
  readonly interval: readonly [low: number, high: number];
}

/** How many times as long the program takes with each tool, cell by cell. */
export function overheadRows({cells}: OverheadBench): OverheadRow[] {
  return cells.map(({tool, runtime, steps, calls, without, with: with_}) => {
    const {ratio, interval} = pairedRatio(with_, without);
    const seconds = [...without].sort((a, b) => a - b)[Math.floor(without.length / 2)]!;
    return {
      tool,
      runtime: `${runtime.name} ${runtime.version}`,
      steps,
      callsPerSecond: calls / seconds,
      ratio,
      interval
    };
  });
}
