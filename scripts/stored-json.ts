import {ReaderError} from "./errors.js";

/** @throws ReaderError with the way out, if a file of results holds no JSON */
export function storedJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReaderError(
      `${place}: not JSON: ${(error as Error).message}`,
      "it was cut off or edited: measure again, or delete the file",
      {cause: error}
    );
  }
}
