import process from "node:process";
import {ReaderError} from "../../errors.js";
import {linux} from "./linux.js";
import {macos} from "./macos.js";
import type {System} from "./process-info.js";
import {windows} from "./windows.js";

const systems: Partial<Record<NodeJS.Platform, System>> = {linux, darwin: macos, win32: windows};

/** The system that this runs on. @throws ReaderError on one that nobody has described */
export function thisSystem(): System {
  const system = systems[process.platform];
  if (system !== undefined) return system;
  throw new ReaderError(`processes cannot be found on ${process.platform} yet`, [
    "start the program with `lab profile run -- …` instead"
  ]);
}

/** What to tell about a system where reaching into processes was never tried; null on Linux. */
export function untried(): string | null {
  if (process.platform === "linux") return null;
  return `finding processes and their ports was tried on Linux only, not on ${process.platform}`;
}
