import type {FlightThread, Pulse} from "./flight.js";

/** Sums over the pulses of a thread. */
export interface Use {
  readonly spanMs: number;
  readonly activeMs: number;
  readonly cpuMs: number;
}

/** How much was looked at, and how it was used. */
export function useOf(pulses: readonly Pulse[]): Use {
  const sum = (field: keyof Use) => pulses.reduce((total, pulse) => total + pulse[field], 0);
  return {spanMs: sum("spanMs"), activeMs: sum("activeMs"), cpuMs: sum("cpuMs")};
}

/** When the loop began to turn: what was before is the loading of the program. Null if it never did. */
export function loopBegan({from, late, pulses, to}: FlightThread): number | null {
  const first = late.find(({isFirst}) => isFirst);
  const began = first === undefined ? from : first.at + first.ms;
  return pulses.length < 2 || began >= to - 1 ? null : began;
}

/** The looks since the loop turns; none if it never did. While a program is loaded, its loop counts as idle. */
export function turningPulses(thread: FlightThread): readonly Pulse[] {
  const began = loopBegan(thread) ?? Number.POSITIVE_INFINITY;
  return thread.pulses.filter(({at, spanMs}) => at - spanMs >= began);
}
