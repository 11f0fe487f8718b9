import {readText} from "./probe.js";

/** Processor time since the system started, in its own ticks. */
export interface ProcessorTime {
  /** Wanted by this virtual machine, given to another by its host. */
  readonly stolen: number;
  /** Spent on work, or stolen while there was work. */
  readonly wanted: number;
}

/** @returns null where the system does not say */
export async function readProcessorTime(): Promise<ProcessorTime | null> {
  return parseProcessorTime((await readText("/proc/stat")) ?? "");
}

/** The first line of Linux's /proc/stat: user nice system idle iowait irq softirq steal (proc(5)). */
export function parseProcessorTime(text: string): ProcessorTime | null {
  const ticks = /^cpu +([\d ]+)$/m.exec(text)?.[1]?.trim().split(" ").map(Number);
  if (ticks === undefined || ticks.length < 8) return null;
  const [user, nice, system, , , irq, softirq, stolen] = ticks as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number
  ];
  return {stolen, wanted: user + nice + system + irq + softirq + stolen};
}

/** The share of the wanted time that was stolen between two readings; null if nothing was wanted or is known. */
export function stolenShare(before: ProcessorTime | null, after: ProcessorTime | null): number | null {
  if (before === null || after === null || after.wanted <= before.wanted) return null;
  return (after.stolen - before.stolen) / (after.wanted - before.wanted);
}
