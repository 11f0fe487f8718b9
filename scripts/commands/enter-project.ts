import process from "node:process";
import {ROOT} from "../store.js";

/** Goes to the project's folder: Observable Framework takes paths from where it is started. */
export function enterProject(): void {
  process.chdir(ROOT);
}
