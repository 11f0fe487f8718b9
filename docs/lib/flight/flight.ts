import type {Profile} from "../profile/profile.js";

/** How the process was used between two looks. Milliseconds and bytes. */
export interface Pulse {
  /** When it ends. */
  readonly at: number;
  readonly spanMs: number;
  /** Time in which the event loop was not waiting for something to do. */
  readonly activeMs: number;
  /** Processor time of all threads of the process. */
  readonly cpuMs: number;
  /** The most that a timer was late. */
  readonly lateMs: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly resident: number;
}

/** A turn of the event loop that came late. */
export interface LateTurn {
  /** When it was due. */
  readonly at: number;
  readonly ms: number;
  /** Processor time of all threads of the process, from the turn before to this one. */
  readonly cpuMs: number;
  /** Whether the loop had not turned before: what it waited for is the loading of the program. */
  readonly isFirst: boolean;
}

/** A collection; the thread stood still. */
export interface Collection {
  readonly at: number;
  readonly ms: number;
  readonly isFull: boolean;
  /** Heap in use at the first turn of the loop after it; null where that is not known. */
  readonly heapUsed: number | null;
}

/** What was recorded of a thread. Times are milliseconds from the beginning of the flight. */
export interface FlightThread {
  readonly title: string;
  readonly pid: number;
  /** 0 is the main thread. */
  readonly thread: number;
  /** Version of Node. */
  readonly node: string;
  readonly from: number;
  readonly to: number;
  /** `whole`: it left its last moments too. `cut`: it ended without, because it was killed. `open`: it ran on. */
  readonly end: "whole" | "cut" | "open";
  /** When the recorder itself kept the thread, and for how long. */
  readonly pauses: readonly {readonly at: number; readonly ms: number}[];
  readonly pulses: readonly Pulse[];
  readonly late: readonly LateTurn[];
  readonly collections: readonly Collection[];
  /** In microseconds, with its samples in order of time. */
  readonly profile: Profile;
  /** When each sample of the profile was taken. */
  readonly times: Float64Array;
}

/** The last minutes of a program, as a recorder kept them. */
export interface Flight {
  readonly command: readonly string[];
  /** Milliseconds since 1970. */
  readonly begun: number;
  /** Interval of samples that was asked for, in microseconds. */
  readonly intervalUs: number;
  /** The busiest first. */
  readonly threads: readonly FlightThread[];
}

/** How often the recorder's timer asks the loop whether it turns: a turn that is late began at most so long before. */
export const TICK_MS = 20;
