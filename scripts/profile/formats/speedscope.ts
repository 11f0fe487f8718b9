import {checkValue, ResultError} from "#lib/check-value.js";
import {alongStacks} from "#lib/profile/along-stacks.js";
import {checkNumbers} from "#lib/profile/numbers.js";
import {type Frame, type Profile, stackOf} from "#lib/profile/profile.js";
import {ProfileBuilder} from "#lib/profile/profile-builder.js";
import type {Content, Format} from "./format.js";
import {MOST_FRAMES, refuseEndless} from "./refuse-endless.js";
import {type Evented, type Sampled, SpeedscopeFile, UNITS} from "./speedscope-file.js";
import {jsonOf} from "./text-of.js";

/** Speedscope's own format; py-spy writes it too. */
export const speedscope: Format = {name: "speedscope", endings: [".speedscope.json", ".json"], read, write};

/** Several profiles of a file are threads: they are summed, and a note says so. */
function read(content: Content): Profile {
  const {place} = content;
  const {shared, profiles} = checkValue(SpeedscopeFile, jsonOf(content), place);
  const frames = shared.frames.map(({name, file, line, col}): Frame => {
    return {name: name === "(anonymous)" ? "" : name, file, line, column: col};
  });
  const {unit} = UNITS[profiles[0]!.unit];
  const builder = new ProfileBuilder();
  for (const [index, profile] of profiles.entries()) {
    const at = `${place}: profiles[${index}]`;
    if (UNITS[profile.unit].unit !== unit) {
      throw new ResultError(`${at}.unit: expected ${unit} as in profiles[0], got ${profile.unit}`);
    }
    if (profile.type === "sampled") addSamples(builder, profile, frames, at);
    else addEvents(builder, profile, frames, at);
  }
  const notes = profiles.length === 1 ? [] : [`${profiles.length} threads are summed`];
  return builder.build({title: place, unit, notes});
}

function addSamples(builder: ProfileBuilder, {samples, weights, unit}: Sampled, frames: readonly Frame[], at: string) {
  checkNumbers(weights, `${at}.weights`);
  if (weights.length !== samples.length) {
    throw new ResultError(`${at}.weights: expected one value a sample (${samples.length}), got ${weights.length}`);
  }
  const {factor} = UNITS[unit];
  for (const [number, stack] of samples.entries()) {
    if (weights[number]! < 0) throw new ResultError(`${at}.weights[${number}]: expected >=0, got ${weights[number]}`);
    const found = stack.map((index, depth) => frameAt(frames, index, `${at}.samples[${number}][${depth}]`));
    const weight = weights[number]! * factor;
    builder.addStack({frames: found, weight, samples: unit === "none" ? weight : 1});
  }
}

function addEvents(builder: ProfileBuilder, {events, unit}: Evented, frames: readonly Frame[], at: string): void {
  const stack = [0];
  const open: number[] = [];
  let before = events[0]?.at ?? 0;
  for (const [number, {type, frame, at: now}] of events.entries()) {
    const place = `${at}.events[${number}]`;
    if (now < before) throw new ResultError(`${place}.at: expected at least ${before}, got ${now}`);
    const weight = (now - before) * UNITS[unit].factor;
    builder.add(stack.at(-1)!, weight, unit === "none" ? weight : Math.sign(weight));
    before = now;
    if (type === "O") {
      stack.push(builder.node(stack.at(-1)!, builder.frame(frameAt(frames, frame, `${place}.frame`))));
      open.push(frame);
    } else if (open.pop() === frame) stack.pop();
    else throw new ResultError(`${place}: expected the end of the frame that was opened last, got frame ${frame}`);
  }
  if (open.length > 0)
    throw new ResultError(`${at}.events: expected an end for every frame, got ${open.length} without`);
}

function frameAt(frames: readonly Frame[], index: number, place: string): Frame {
  const frame = frames[index];
  if (frame === undefined) throw new ResultError(`${place}: expected the index of a frame, got ${index}`);
  return frame;
}

function write(profile: Profile): string {
  const {frames, title, unit} = profile;
  const {samples, weights} = samplesOf(profile);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const own = {
    type: "sampled",
    name: title,
    unit: unit === "samples" ? "none" : unit,
    startValue: 0,
    endValue: total,
    samples,
    weights
  };
  return JSON.stringify({
    $schema: "https://www.speedscope.app/file-format-schema.json",
    shared: {frames: frames.map(({name, file, line, column}) => speedscopeFrame(name, file, line, column))},
    profiles: [own],
    name: title,
    activeProfileIndex: 0,
    exporter: "hotpath"
  });
}

function speedscopeFrame(name: string, file: string, line: number, column: number): object {
  return {
    name: name === "" ? "(anonymous)" : name,
    ...(file !== "" && {file}),
    ...(line > 0 && {line}),
    ...(column > 0 && {col: column})
  };
}

/** In order of time where that is known, and not too much; else stack by stack. */
function samplesOf(profile: Profile): {samples: number[][]; weights: number[]} {
  refuseEndless(profile, "speedscope", () => 0);
  const {tree, timeline} = profile;
  const depths = alongStacks(tree, () => 1);
  const stacks = new Map<number, number[]>();
  const stack = (node: number) => {
    const known = stacks.get(node) ?? stackOf(tree, node);
    stacks.set(node, known);
    return known;
  };
  const length = timeline?.nodes.reduce((sum, node) => sum + depths[node]!, 0) ?? Infinity;
  if (timeline !== null && length <= MOST_FRAMES) {
    return {samples: Array.from(timeline.nodes, stack), weights: Array.from(timeline.weights)};
  }
  const nodes = Array.from(tree.self.keys()).filter((node) => tree.self[node]! > 0);
  return {samples: nodes.map((node) => stackOf(tree, node)), weights: nodes.map((node) => tree.self[node]!)};
}
