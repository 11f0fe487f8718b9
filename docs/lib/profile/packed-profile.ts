import * as v from "valibot";
import {checkValue, ResultError} from "../check-value.js";
import {count, nonNegative} from "../schema-parts.js";
import {type Profile, totalsOf} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";

const PackedProfile = v.object({
  title: v.string(),
  unit: v.picklist(["microseconds", "bytes", "samples"]),
  frames: v.array(v.tuple([v.string(), v.string(), count, count])),
  /** One value a node but the root: its frame, and the node that called it, which stands before it. */
  frame: v.array(count),
  parent: v.array(count),
  self: v.array(nonNegative),
  samples: v.array(nonNegative),
  notes: v.array(v.string())
});
/** A profile as JSON that a page can take along. */
export type PackedProfile = v.InferOutput<typeof PackedProfile>;

/** Stands for what was too small to be taken along. */
const REST = {name: "(small ones)", file: "", line: 0, column: 0};

/**
 * A profile for a page: what weighs less than a share of the whole is put together, beside what it stood beside, so
 * that totals stay what they were.
 *
 * @param least share of the whole, 0 to 1
 */
export function packProfile(profile: Profile, least: number): PackedProfile {
  const {frames, tree} = small(profile, least);
  const rounded = (column: Float64Array) => Array.from(column.subarray(1), (value) => Math.round(value * 1000) / 1000);
  return {
    title: profile.title,
    unit: profile.unit,
    frames: frames.map(({name, file, line, column}) => [name, file, line, column]),
    frame: Array.from(tree.frame.subarray(1)),
    parent: Array.from(tree.parent.subarray(1)),
    self: rounded(tree.self),
    samples: rounded(tree.samples),
    notes: [...profile.notes]
  };
}

/** @throws ResultError that names the place if it is not a packed profile */
export function unpackProfile(value: unknown, place: string): Profile {
  const packed = checkValue(PackedProfile, value, place);
  const builder = new ProfileBuilder();
  const frames = packed.frames.map(([name, file, line, column]) => builder.frame({name, file, line, column}));
  const nodes = [0];
  for (const [index, frame] of packed.frame.entries()) {
    const parent = nodes[packed.parent[index] ?? -1];
    const known = frames[frame];
    const [self, samples] = [packed.self[index], packed.samples[index]];
    if (parent === undefined || known === undefined || self === undefined || samples === undefined) {
      throw new ResultError(`${place}: frame[${index}]: expected a frame, a caller before it, and weights`);
    }
    const node = builder.node(parent, known);
    builder.add(node, self, samples);
    nodes.push(node);
  }
  return builder.build(packed);
}

function small(profile: Profile, least: number): Profile {
  const {tree, frames, title, unit} = profile;
  const totals = totalsOf(tree);
  const enough = totals[0]! * least;
  const builder = new ProfileBuilder();
  const places = new Int32Array(tree.frame.length);
  const isRest = new Uint8Array(tree.frame.length);
  builder.add(0, tree.self[0]!, tree.samples[0]!);
  for (let node = 1; node < places.length; node++) {
    const above = tree.parent[node]!;
    isRest[node] = isRest[above]! || totals[node]! < enough ? 1 : 0;
    const place = () => builder.frame(isRest[node] === 1 ? REST : frames[tree.frame[node]!]!);
    places[node] = isRest[above] === 1 ? places[above]! : builder.node(places[above]!, place());
    builder.add(places[node]!, tree.self[node]!, tree.samples[node]!);
  }
  return builder.build({title, unit});
}
