import {ownerOf} from "../profile/frame-kind.js";
import type {Frame} from "../profile/profile.js";

/** Whether a function is a call of Node that comes back only when all is done: `readFileSync`, `execSync`. */
export function isSynchronousCall(frame: Frame): boolean {
  return ownerOf(frame).kind === "node" && /Sync$/.test(frame.name);
}
