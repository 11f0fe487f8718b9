import * as v from "valibot";
import {checkValue} from "../check-value.js";
import {Runtime} from "../runtime.js";
import {count, line, name, nonNegative, positive, size} from "../schema-parts.js";

/** The number of the format. */
const FORMAT = 1;

/** A line of one of the lab's own files, named from the project's folder. */
export const EvidencePlace = v.strictObject({file: line, line: size});
export type EvidencePlace = v.InferOutput<typeof EvidencePlace>;

/** Optimised code that was given up while the variant ran. */
const Deoptimisation = v.strictObject({
  /** In V8's words, as the reason. */
  kind: line,
  reason: line,
  place: EvidencePlace,
  function: line,
  count: size
});
export type Deoptimisation = v.InferOutput<typeof Deoptimisation>;

/** A place that reads, writes or calls, with what its inline cache has seen at the end. */
const Site = v.strictObject({
  access: line,
  /** Null where it has used several. */
  property: v.nullable(line),
  place: EvidencePlace,
  function: line,
  state: v.picklist(["monomorphic", "polymorphic", "megamorphic"])
});
export type Site = v.InferOutput<typeof Site>;

/** What a value is in memory. `path` says which: "input", "input.wanted", "each of input". */
const Value = v.strictObject({
  path: line,
  /** "Array", "Map", "Object", "Float64Array" … */
  type: line,
  /** How the elements of an array are kept: "packed doubles", "holey small integers" …; null for no array. */
  elements: v.nullable(line),
  /** How many objects this is about: 1, or those in an array. */
  objects: size,
  /** How many hidden classes they have; null where there are none to count. */
  shapes: v.nullable(count),
  /** How many of them are in dictionary mode; null for what has no properties to keep. */
  dictionaries: v.nullable(count)
});
export type Value = v.InferOutput<typeof Value>;

/** What iterations allocate, without calling. */
const Allocation = v.strictObject({
  bytes: nonNegative,
  /** Of the collections; 1 where `bytes` is what one call holds at most. */
  iterations: size,
  /** Collections during these iterations, and the time that they took; null where nobody tells. */
  collections: v.nullable(v.strictObject({count, ms: nonNegative}))
});
export type Allocation = v.InferOutput<typeof Allocation>;

/** A method that a virtual machine compiled. */
const CompiledMethod = v.strictObject({
  method: line,
  /** The highest tier that was reached: "C1" or "C2". */
  tier: line,
  inlined: v.array(line),
  /** Calls that stayed calls, and why. */
  refused: v.array(v.strictObject({method: line, why: line}))
});
export type CompiledMethod = v.InferOutput<typeof CompiledMethod>;

/** Bytecode that an interpreter replaced by forms for the types that it saw. */
const Specialised = v.strictObject({
  function: line,
  /** Instructions that have specialised forms, by form, with how often each stands in the code. */
  instructions: v.array(v.strictObject({name: line, count: size})),
  /** How many of all instructions of the function these are, and how many there are. */
  specialised: count,
  of: count
});
export type Specialised = v.InferOutput<typeof Specialised>;

/** A function, and the compiler whose code it ran in: "interpreter", "baseline", "maglev", "turbofan". */
const Tier = v.strictObject({function: line, tier: line});

/** The parts that evidence may have. */
export const ASPECTS = [
  "tiers",
  "deoptimisations",
  "sites",
  "values",
  "allocation",
  "ropes",
  "compiled",
  "specialised"
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What was seen of one variant at one size. A part that is left out is among the run's `unavailable`, or no question here. */
const CellEvidence = v.strictObject({
  variant: name,
  size,
  /** The variant's function in the end, then others of the lab that it calls, in the best code that compilers made of them. */
  tiers: v.exactOptional(v.array(Tier)),
  deoptimisations: v.exactOptional(v.array(Deoptimisation)),
  sites: v.exactOptional(v.array(Site)),
  values: v.exactOptional(v.array(Value)),
  allocation: v.exactOptional(Allocation),
  /** Pairs of texts (cons strings) that stand behind the text that the variant gave. */
  ropes: v.exactOptional(count),
  compiled: v.exactOptional(v.array(CompiledMethod)),
  specialised: v.exactOptional(v.array(Specialised)),
  /** Why there is nothing, or not all. */
  failure: v.exactOptional(line)
});
export type CellEvidence = v.InferOutput<typeof CellEvidence>;

const reported = {
  /** SHA-256 of the lab's own files, hexadecimal. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hexadecimal")),
  files: v.pipe(v.array(line), v.minLength(1)),
  gathered: v.pipe(v.string(), v.isoDate()),
  seconds: positive,
  /** Seed of the data. */
  seed: count,
  cells: v.array(CellEvidence),
  /** Parts that this runtime cannot tell, and why. */
  unavailable: v.array(v.strictObject({aspect: v.picklist(ASPECTS), why: line}))
};

/** What one runtime reported of one lab, as a part of the result that it measured. */
export const RunEvidence = v.strictObject(reported);
export type RunEvidence = v.InferOutput<typeof RunEvidence>;

/** As `RunEvidence`, with the runtime. */
export const EvidenceRun = v.strictObject({runtime: Runtime, ...reported});
export type EvidenceRun = v.InferOutput<typeof EvidenceRun>;

/** What runtimes report of a lab, one run for each. */
export const Evidence = v.strictObject({format: v.literal(FORMAT), lab: name, runs: v.array(EvidenceRun)});
export type Evidence = v.InferOutput<typeof Evidence>;

/** Evidence of a lab with these runs. */
export function evidenceOf(lab: string, runs: readonly EvidenceRun[]): Evidence {
  return {format: FORMAT, lab, runs: [...runs]};
}

/**
 * Checks evidence that came from a file.
 *
 * @param place named first in every message
 * @throws ResultError that names the first place that is wrong
 */
export function checkEvidence(value: unknown, place: string): Evidence {
  return checkValue(Evidence, value, place);
}

/** As `checkEvidence`, for what one process said of one variant. */
export function checkCell(value: unknown, place: string): CellEvidence {
  return checkValue(CellEvidence, value, place);
}
