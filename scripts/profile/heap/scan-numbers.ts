import {ReaderError} from "../../errors.js";

const [COMMA, END, ZERO, NINE] = [0x2c, 0x5d, 0x30, 0x39] as const;

/**
 * Reads an array of whole numbers ≥ 0 from the text of a file, row by row. A heap snapshot has more of them than an
 * array of this program could hold.
 *
 * @param start index of the first byte after the bracket that opens the array
 * @param width numbers of a row
 * @param take gets each row; the array is used again for the next one
 * @throws ReaderError that names the byte if something else stands there, or if the array is cut off
 */
export function scanNumbers(
  bytes: Uint8Array,
  start: number,
  width: number,
  place: string,
  take: (row: readonly number[]) => void
): void {
  const row: number[] = Array.from({length: width}, () => 0);
  let [column, value, digits] = [0, 0, 0];
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      digits++;
    } else if (byte === COMMA || byte === END) {
      if (digits > 0) row[column++] = value;
      if (column === width) {
        take(row);
        column = 0;
      }
      if (byte === END && column === 0) return;
      if (byte === END || digits === 0) throw wrong(place, at, byte === END ? "a whole row" : "a number");
      [value, digits] = [0, 0];
    } else if (byte > 0x20) throw wrong(place, at, "a number");
  }
  throw new ReaderError(`${place}: expected the end of an array, got the end of the file`, "it was cut off");
}

function wrong(place: string, at: number, expected: string): ReaderError {
  return new ReaderError(`${place}: byte ${at}: expected ${expected}`, "it was changed, or is something else");
}
