import type {Machine} from "#lib/result.js";

/** What a benchmark's file says of where and when it was made. */
interface Origin {
  readonly machine: Machine;
  readonly date: string;
  readonly seconds: number;
  readonly complete: boolean;
}

/** "Xeon · 2 cores · node 24.21.0 · 2026-11-23 · one run of 25 minutes. Shares in brackets …" */
export function benchProvenance(
  {machine, date, seconds, complete}: Origin,
  runtimes: string,
  brackets: string
): string {
  const parts = [machine.cpu, `${machine.cores} cores`, machine.virtual, runtimes, date.slice(0, 10)];
  const whole = complete ? "" : ", stopped before its end";
  const origin = parts.filter((part) => part !== null).join(" · ");
  return `${origin} · one run of ${Math.round(seconds / 60)} minutes${whole}. ${brackets} in brackets: the 95 % interval.`;
}
