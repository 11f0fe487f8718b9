import {ReaderError} from "../../errors.js";
import type {Content} from "./format.js";

/** The text of a file. @throws ReaderError if it is not UTF-8 */
export function textOf({bytes, place}: Content): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (error) {
    throw new ReaderError(`${place}: expected text, got bytes that are none`, "", {cause: error});
  }
}

/** The value of a JSON file. @throws ReaderError if it was cut off or is none */
export function jsonOf(content: Content): unknown {
  const text = textOf(content);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReaderError(
      `${content.place}: not JSON: ${(error as Error).message}`,
      "it was cut off: the program that wrote it may have been ended too early",
      {cause: error}
    );
  }
}
