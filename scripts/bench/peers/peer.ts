/** A kernel as a tool meets it: a name and a function without arguments. */
export interface Task {
  readonly name: string;
  readonly run: () => unknown;
}

/** What a tool is asked for, beyond its defaults. */
export interface PeerOptions {
  /** Its test of whether two tasks differ, if it has one. */
  readonly compare: boolean;
  /** Its detection of dead code, if it has one. */
  readonly detectDead: boolean;
}

/** What a tool headlines for a task. */
export interface Headline {
  readonly name: string;
  /** Nanoseconds for one call. */
  readonly ns: number;
  /** Half the width of the 95 % interval of the mean, where the tool gives one. */
  readonly marginNs?: number;
  /** What the tool says against this figure, if it says something. */
  readonly warning?: string;
}

/** All that a tool answered. */
export interface PeerAnswer {
  readonly headlines: readonly Headline[];
  /** Of the tool's own test, where it has one and was asked for it. */
  readonly pValue?: number;
}

/** Measures tasks, in the order given, as a user of the tool would. */
export type Peer = (tasks: readonly Task[], options: PeerOptions) => Promise<PeerAnswer>;
