import {ResultError} from "../check-value.js";
import type {Frame, Profile} from "./profile.js";
import {ProfileBuilder} from "./profile-builder.js";

/**
 * The sum of profiles: equal stacks become one. Their order in time is lost.
 *
 * @throws ResultError unless all have one unit
 */
export function mergeProfiles(profiles: readonly [Profile, ...Profile[]]): Profile {
  const [first, ...rest] = profiles;
  if (rest.length === 0) return first;
  const builder = new ProfileBuilder();
  for (const profile of profiles) {
    if (profile.unit !== first.unit) {
      throw new ResultError(
        `${profile.title}: expected ${first.unit} like ${first.title}, got ${profile.unit}: they have no sum`
      );
    }
    pour(profile, builder);
  }
  const notes = profiles.flatMap(({title, notes}) => notes.map((note) => `${title}: ${note}`));
  return builder.build({title: profiles.map(({title}) => title).join(" + "), unit: first.unit, notes});
}

/**
 * Profiles of one unit beside each other: each below a frame that bears its title. A single one stays as it is.
 */
export function besideEachOther(profiles: readonly [Profile, ...Profile[]], title: string): Profile {
  const [first, ...rest] = profiles;
  if (rest.length === 0) return {...first, title};
  const builder = new ProfileBuilder();
  for (const profile of profiles) {
    const top = builder.node(0, builder.frame({name: profile.title, file: "", line: 0, column: 0}));
    pour(profile, builder, undefined, top);
  }
  return builder.build({title, unit: first.unit, notes: profiles.flatMap(({notes}) => notes)});
}

/**
 * The profile with other frames: frames that become equal become one, and so do stacks.
 *
 * @param change the new frame for an old one
 */
export function changeFrames(profile: Profile, change: (frame: Frame) => Frame): Profile {
  const builder = new ProfileBuilder();
  const places = pour(profile, builder, change);
  const {title, unit, notes, timeline} = profile;
  const moved = timeline && {nodes: timeline.nodes.map((node) => places[node]!), weights: timeline.weights};
  return builder.build({title, unit, notes, timeline: moved});
}

/**
 * Adds the stacks of a profile to a builder.
 *
 * @param top the builder's node that they begin at
 * @returns node of the builder by node of the profile
 */
export function pour(
  {frames, tree}: Profile,
  builder: ProfileBuilder,
  change: (frame: Frame) => Frame = (frame) => frame,
  top = 0
): Int32Array {
  const indexes = frames.map((frame) => builder.frame(change(frame)));
  const places = new Int32Array(tree.frame.length);
  places[0] = top;
  builder.add(top, tree.self[0]!, tree.samples[0]!);
  for (let node = 1; node < places.length; node++) {
    const place = builder.node(places[tree.parent[node]!]!, indexes[tree.frame[node]!]!);
    places[node] = place;
    builder.add(place, tree.self[node]!, tree.samples[node]!);
  }
  return places;
}
