/** What may be named as an answer. */
export interface Candidate {
  /** Of a function, a line or a retainer, as it is named in an answer. */
  readonly name: string;
  /** Samples, or bytes. */
  readonly weight: number;
  /** Looks that it rests on, or objects: they decide what is chance. */
  readonly samples: number;
  /** The function in which it is; of a retainer its own name. */
  readonly within: string;
  /** Samples among them that may be another's; none if not given. */
  readonly doubtful?: number;
}

/** What a recording says of a program. */
export interface Evidence {
  /** Those that were found, the heaviest first. */
  readonly found: readonly Candidate[];
  /** All that can be named: functions of the program, lines, or names in it. */
  readonly possible: readonly string[];
  /** Whom the table of functions gives the most: V8 may charge a function that it inlined to its caller. */
  readonly charged: string;
  /** What all of it weighs, where that is not the sum of what can be named. */
  readonly whole?: number;
  /** What belongs to a right answer beside its weight, in sentences. */
  readonly beside?: readonly string[];
}

/** Those with any weight, the heaviest first. */
export function heaviestFirst(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({weight}) => weight > 0).sort((a, b) => b.weight - a.weight);
}
