import {join} from "node:path";
import process from "node:process";
import {RUNTIMES} from "../../store.js";

/** A folder that a variable of the environment moves: `~/.nvm` for `NVM_DIR`. */
export function placed(variable: string, usual: string, inside: string): string {
  return `${process.env[variable] || usual}/${inside}`;
}

/** Where the version managers for all languages keep a tool. */
export function managed(tool: string): string[] {
  return [
    placed("ASDF_DATA_DIR", "~/.asdf", `installs/${tool}/*/bin`),
    placed("MISE_DATA_DIR", "~/.local/share/mise", `installs/${tool}/*/bin`)
  ];
}

/** Where `lab runtimes add` has put a program. @param inPackages the folder below `node_modules` */
export function added(name: string, inPackages: string): string {
  return join(RUNTIMES, `${name}@*`, "node_modules", inPackages);
}
