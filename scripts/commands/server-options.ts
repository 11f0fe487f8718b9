import {join} from "node:path";
import {type Command, Option} from "commander";
import {ROOT} from "../store.js";
import {parseWhole} from "./parse-options.js";

/** The options of every command that serves. */
export function serverOptions(command: Command): Command {
  return command
    .option("--port <n>", "port to listen on; the next free one if it is taken", parseWhole(1, 65535), 3000)
    .option("--host <name>", "address to listen on", "127.0.0.1");
}

/** The folder of a built site. */
export function outOption(description: string): Option {
  return new Option("--out <folder>", description).default(join(ROOT, "dist"), "dist/ of the project");
}
