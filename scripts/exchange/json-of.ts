import {ReaderError} from "../errors.js";
import type {Source} from "./format.js";

/** What a source holds as JSON. @throws ReaderError that says where it is none */
export function jsonOf(source: Source): unknown {
  if (source.json === undefined) throw notJson(source);
  return source.json;
}

/** Says of a source that holds no JSON what it holds instead. */
export function notJson({text, place, folder}: Source): ReaderError {
  if (folder !== null) return new ReaderError(`${place}: expected a file, got a folder`);
  if (text.trim() === "") return new ReaderError(`${place}: is empty`, "the tool that should have written it failed");
  return new ReaderError(`${place}: not JSON: ${problemOf(text)}`, [
    "a file that was cut off or edited cannot be read: let the tool write it again"
  ]);
}

function problemOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
