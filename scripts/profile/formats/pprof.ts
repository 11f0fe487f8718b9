import {gzipSync} from "node:zlib";
import {Function as PprofFunction, Profile as PprofProfile, StringTable} from "pprof-format";
import {type Frame, type Profile, stacksOf, type Unit} from "#lib/profile/profile.js";
import {ProfileBuilder} from "#lib/profile/profile-builder.js";
import {ReaderError} from "../../errors.js";
import type {Content, Format} from "./format.js";
import {type PprofMessage, readMessage} from "./pprof-message.js";
import {refuseEndless} from "./refuse-endless.js";

/** The format of `go tool pprof`, compressed as that tool wants it. */
export const pprof: Format = {name: "pprof", endings: [".pb.gz", ".pprof", ".pb"], read, write};

const UNITS: ReadonlyMap<string, readonly [unit: Unit, factor: number]> = new Map([
  ["nanoseconds", ["microseconds", 1e-3]],
  ["microseconds", ["microseconds", 1]],
  ["milliseconds", ["microseconds", 1e3]],
  ["seconds", ["microseconds", 1e6]],
  ["bytes", ["bytes", 1]],
  ["count", ["samples", 1]]
]);

/** Of several values a sample the one is read that the file names, else the last one, as pprof does. */
function read(content: Content): Profile {
  const {place} = content;
  const message = readMessage(content);
  const {sampleTypes, samples, strings, defaultSampleType} = message;
  if (sampleTypes.length === 0) throw new ReaderError(`${place}: expected a pprof profile, got no sample types`);
  const named = sampleTypes.findIndex(({type}) => defaultSampleType > 0 && type === defaultSampleType);
  const chosen = named >= 0 ? named : sampleTypes.length - 1;
  const counted = sampleTypes.findIndex(({unit}) => strings[unit] === "count");
  const unitName = strings[sampleTypes[chosen]!.unit] ?? "";
  const [unit, factor] = UNITS.get(unitName) ?? (["samples", 1] as const);
  const builder = new ProfileBuilder();
  const frames = framesByLocation(message, place);
  for (const [index, {locations, values}] of samples.entries()) {
    const at = `${place}: sample ${index}`;
    const weight = values[chosen];
    if (weight === undefined || weight < 0)
      throw new ReaderError(`${at}: expected a value >= 0, got ${weight ?? "none"}`);
    const stack = [...locations].reverse().flatMap((id) => frames.get(id) ?? unknownLocation(at, id));
    builder.addStack({frames: stack, weight: weight * factor, samples: counted < 0 ? 0 : values[counted]!});
  }
  const notes = UNITS.has(unitName) ? [] : [`its values are in ${unitName || "no unit"}`];
  return builder.build({title: place, unit, notes});
}

/** The frames of each location, the outermost first: a function and what was inlined into it. */
function framesByLocation({locations, functions, strings}: PprofMessage, place: string) {
  const textAt = (index: number) => {
    const text = strings[index];
    if (text === undefined) throw new ReaderError(`${place}: expected the index of a string, got ${index}`);
    return text;
  };
  const frames = new Map<number | bigint, Frame>();
  for (const [id, {name, file, line}] of functions) {
    const text = textAt(name);
    frames.set(id, {name: text === "(anonymous)" ? "" : text, file: textAt(file), line, column: 0});
  }
  const found = new Map<number | bigint, readonly Frame[]>();
  for (const [id, {address, functions: ids}] of locations) {
    const known = [...ids].reverse().flatMap((each) => frames.get(each) ?? []);
    const bare: Frame = {name: `0x${address.toString(16)}`, file: "", line: 0, column: 0};
    found.set(id, known.length > 0 ? known : [bare]);
  }
  return found;
}

function unknownLocation(place: string, id: number | bigint): never {
  throw new ReaderError(`${place}: expected the id of a location, got ${id}`);
}

function write(profile: Profile): Uint8Array {
  refuseEndless(profile, "pprof", () => 0);
  const {unit, frames} = profile;
  const strings = new StringTable();
  const type = (name: string, of: string) => ({type: strings.dedup(name), unit: strings.dedup(of)});
  const sampleType = [type("samples", "count")];
  if (unit === "microseconds") sampleType.push(type("wall", "nanoseconds"));
  if (unit === "bytes") sampleType.push(type("space", "bytes"));
  const all = [...frames, {name: "(root)", file: "", line: 0, column: 0}];
  const idOf = new Map(all.map((frame, index) => [frame, index + 1]));
  const sample = Array.from(stacksOf(profile), ({frames: stack, weight, samples}) => ({
    locationId: stack.length === 0 ? [all.length] : stack.map((frame) => idOf.get(frame)!).reverse(),
    value: [samples, ...(unit === "samples" ? [] : [weight * (unit === "bytes" ? 1 : 1000)])].map(Math.round)
  }));
  const made = new PprofProfile({
    sampleType,
    sample,
    location: all.map(({line}, index) => ({id: index + 1, line: [{functionId: index + 1, line}]})),
    function: all.map((frame, index) => functionOf(frame, index + 1, strings)),
    stringTable: strings
  });
  return gzipSync(made.encode());
}

function functionOf({name, file, line}: Frame, id: number, strings: StringTable): PprofFunction {
  const text = strings.dedup(name === "" ? "(anonymous)" : name);
  return new PprofFunction({id, name: text, systemName: text, filename: strings.dedup(file), startLine: line});
}
