import {spawn} from "node:child_process";
import {once} from "node:events";
import {dumpTarget} from "../profile/dump-target.js";
import {releaseTarget} from "../profile/release.js";
import {openTarget} from "../profile/target.js";
import type {AttachOutcome} from "./profile-result.js";

/** Attaches to a process that is busy, looks at its stacks once, and leaves it. */
export async function attachOnce(
  node: {readonly executable: string; readonly version: string},
  script: string
): Promise<AttachOutcome> {
  const child = spawn(node.executable, ["--inspect-port=0", script], {stdio: ["ignore", "pipe", "ignore"]});
  try {
    await once(child.stdout, "data");
    const target = await openTarget(child.pid!);
    try {
      const stacks = await dumpTarget(target, false);
      const pauseMs = Math.max(0, ...stacks.map((stack) => stack.pauseMs));
      return {node: node.version, attachMs: target.attachMs, pauseMs};
    } finally {
      await releaseTarget(target);
    }
  } finally {
    child.kill("SIGKILL");
  }
}
