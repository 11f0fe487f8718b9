import {ReaderError} from "../../errors.js";

/** A field of a message: a whole number, or bytes that are text or a message of their own. */
export interface Field {
  readonly number: number;
  /** Exact: a bigint where a number would not be. Null for a field of bytes. */
  readonly value: number | bigint | null;
  /** Null for a field that is a number. */
  readonly bytes: Uint8Array | null;
}

/** Bytes of varints that a number holds exactly: seven bits each. */
const EXACT_BYTES = 7;
const LONGEST = 10;

/**
 * The fields of a protocol-buffer message, in their order (protobuf.dev, Encoding). Fields of fixed width are passed
 * over.
 *
 * @throws ReaderError if the message ends within a field, or is none
 */
export function* fieldsOf(message: Uint8Array, place: string): Generator<Field> {
  const cursor = {at: 0};
  while (cursor.at < message.length) {
    const tag = Number(varint(message, cursor, place));
    const number = Math.floor(tag / 8);
    if (number === 0) throw new ReaderError(`${place}: byte ${cursor.at}: expected a field of a message`);
    if (tag % 8 === 0) yield {number, value: varint(message, cursor, place), bytes: null};
    else if (tag % 8 === 2) {
      const length = Number(varint(message, cursor, place));
      yield {number, value: null, bytes: take(message, cursor, length, place)};
    } else if (tag % 8 === 1) take(message, cursor, 8, place);
    else if (tag % 8 === 5) take(message, cursor, 4, place);
    else throw new ReaderError(`${place}: byte ${cursor.at}: expected a field of a message, got wire type ${tag % 8}`);
  }
}

/** The numbers of a repeated field: packed into bytes, or alone. */
export function numbersIn({value, bytes}: Field, place: string): (number | bigint)[] {
  if (bytes === null) return [value!];
  const values: (number | bigint)[] = [];
  const cursor = {at: 0};
  while (cursor.at < bytes.length) values.push(varint(bytes, cursor, place));
  return values;
}

/** A number that stands for a signed one: 64 bits, two's complement. */
export function signed(value: number | bigint): number {
  return Number(BigInt.asIntN(64, BigInt(value)));
}

function varint(bytes: Uint8Array, cursor: {at: number}, place: string): number | bigint {
  const start = cursor.at;
  let end = start;
  while (end < bytes.length && bytes[end]! >= 0x80) end++;
  if (end >= bytes.length || end - start >= LONGEST) {
    throw new ReaderError(`${place}: byte ${start}: expected a number, got the end of the data`, "it was cut off");
  }
  cursor.at = end + 1;
  if (end - start < EXACT_BYTES) {
    let value = 0;
    for (let at = end; at >= start; at--) value = value * 128 + (bytes[at]! & 0x7f);
    return value;
  }
  let value = 0n;
  for (let at = end; at >= start; at--) value = (value << 7n) | BigInt(bytes[at]! & 0x7f);
  return value;
}

function take(bytes: Uint8Array, cursor: {at: number}, length: number, place: string): Uint8Array {
  const start = cursor.at;
  if (!(start + length <= bytes.length)) {
    throw new ReaderError(
      `${place}: byte ${start}: expected ${length} bytes, got ${bytes.length - start}`,
      "it was cut off"
    );
  }
  cursor.at = start + length;
  return bytes.subarray(start, cursor.at);
}
