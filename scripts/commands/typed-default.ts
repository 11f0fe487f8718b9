import {Option} from "commander";

/** An option whose default is read from a text, and stands in the help as it would be typed. */
export function typedDefault<T>(flags: string, description: string, parse: (text: string) => T, text: string): Option {
  return new Option(flags, description).argParser(parse).default(parse(text), text);
}
