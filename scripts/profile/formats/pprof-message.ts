import type {Content} from "./format.js";
import {type Field, fieldsOf, numbersIn, signed} from "./protobuf.js";

type Id = number | bigint;

/** A pprof file, as far as it is read here (github.com/google/pprof, proto/profile.proto). Texts are indexes into `strings`. */
export interface PprofMessage {
  readonly sampleTypes: readonly {readonly type: number; readonly unit: number}[];
  /** Locations from the innermost outwards; one value for each sample type. */
  readonly samples: readonly {readonly locations: readonly Id[]; readonly values: readonly number[]}[];
  /** Ids of functions from the innermost inlined one outwards. */
  readonly locations: ReadonlyMap<Id, {readonly address: Id; readonly functions: readonly Id[]}>;
  readonly functions: ReadonlyMap<Id, {readonly name: number; readonly file: number; readonly line: number}>;
  readonly strings: readonly string[];
  readonly defaultSampleType: number;
}

/** @throws ReaderError that names file and place if the message is cut off or is none */
export function readMessage({bytes, place}: Content): PprofMessage {
  const message = {
    sampleTypes: [] as {type: number; unit: number}[],
    samples: [] as {locations: Id[]; values: number[]}[],
    locations: new Map<Id, {address: Id; functions: Id[]}>(),
    functions: new Map<Id, {name: number; file: number; line: number}>(),
    strings: [] as string[],
    defaultSampleType: 0
  };
  const text = new TextDecoder();
  for (const field of fieldsOf(bytes, place)) {
    const inner = field.bytes ?? new Uint8Array();
    if (field.number === 1) {
      const [type, unit] = plain(inner, place, [1, 2]);
      message.sampleTypes.push({type: Number(type), unit: Number(unit)});
    } else if (field.number === 2) message.samples.push(sampleIn(inner, `${place}: sample ${message.samples.length}`));
    else if (field.number === 4) addLocation(message.locations, inner, place);
    else if (field.number === 5) {
      const [id, name, file, line] = plain(inner, place, [1, 2, 4, 5]);
      message.functions.set(id!, {name: Number(name), file: Number(file), line: Math.max(0, signed(line!))});
    } else if (field.number === 6) message.strings.push(text.decode(inner));
    else if (field.number === 14) message.defaultSampleType = Number(field.value);
  }
  return message;
}

function sampleIn(bytes: Uint8Array, place: string): {locations: Id[]; values: number[]} {
  const locations: Id[] = [];
  const values: number[] = [];
  for (const field of fieldsOf(bytes, place)) {
    if (field.number === 1) locations.push(...numbersIn(field, place));
    else if (field.number === 2) values.push(...numbersIn(field, place).map(signed));
  }
  return {locations, values};
}

function addLocation(locations: Map<Id, {address: Id; functions: Id[]}>, bytes: Uint8Array, place: string): void {
  const [id, address] = plain(bytes, place, [1, 3]);
  const lines = [...fieldsOf(bytes, place)].filter(({number}: Field) => number === 4);
  const functions = lines.map((line) => plain(line.bytes ?? new Uint8Array(), place, [1])[0]!);
  locations.set(id!, {address: address!, functions});
}

/** Numbers of a message by the numbers of their fields; 0 where there is none. */
function plain(bytes: Uint8Array, place: string, wanted: readonly number[]): Id[] {
  const values: Id[] = wanted.map(() => 0);
  for (const {number, value} of fieldsOf(bytes, place)) {
    const index = wanted.indexOf(number);
    if (index >= 0 && value !== null) values[index] = value;
  }
  return values;
}
