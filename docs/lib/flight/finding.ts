import type {Flight, FlightThread} from "./flight.js";

/** What a rule says of a thread. */
export interface Finding {
  /** Name of the rule. */
  readonly rule: string;
  /** `undecided` where the recording cannot tell. */
  readonly verdict: "found" | "nothing" | "undecided";
  /** One sentence. Names of functions in it are as they came: clean before showing. */
  readonly says: string;
  /** What it rests on, and what it does not mean, in sentences. */
  readonly evidence: readonly string[];
  /** The stretches of time that it is about, in milliseconds from the beginning of the flight. */
  readonly at: readonly {readonly from: number; readonly to: number}[];
}

/** What a rule looks at. */
export interface Watched {
  readonly flight: Flight;
  readonly thread: FlightThread;
  /** The folder that paths are told from, with a slash at its end. */
  readonly base: string;
}

/** A pattern that is looked for. It is silent or undecided where the recording does not bear it. */
export interface Rule {
  readonly name: string;
  /** What it looks for, in a few words. */
  readonly about: string;
  readonly judge: (watched: Watched) => readonly Omit<Finding, "rule">[];
}

/** For a rule that found something. */
export function found(says: string, evidence: readonly string[], at: Finding["at"] = []): Omit<Finding, "rule"> {
  return {verdict: "found", says, evidence, at};
}

/** For a rule that looked and found nothing. */
export function nothing(says: string): readonly Omit<Finding, "rule">[] {
  return [{verdict: "nothing", says, evidence: [], at: []}];
}

/** For a rule that the recording does not let decide. */
export function undecided(says: string): readonly Omit<Finding, "rule">[] {
  return [{verdict: "undecided", says, evidence: [], at: []}];
}
