import {formatCount} from "#lib/units.js";
import {compileLab} from "../measure/compile.js";
import {nodeRuntime} from "../measure/runtimes/node.js";
import {labFile, labNames, localFile, readResult, sameRuntime} from "../store.js";
import {terminal} from "../terminal.js";
import {enterProject} from "./enter-project.js";
import {measureAndReport} from "./run-action.js";

/** `lab start`: measures what has no fresh result, then serves, even if some of it failed. @returns the exit code */
export async function startCommand(server: {port: number; host: string}): Promise<number> {
  const stale = await staleLabs();
  if (stale.length > 0) {
    terminal.tell(
      `Measuring ${stale.join(", ")} on this machine: about ${formatCount(20 * stale.length)} seconds. Ctrl-C stops and keeps what is measured.`
    );
    const wanted = {claimsOnly: true};
    const session = {labs: stale, wanted, effort: "quick", margin: 0.01, timeoutMs: 60_000} as const;
    if ((await measureAndReport(session, false)) === "interrupted") return 1;
  } else terminal.tell("This machine has fresh results of every core lab (`lab run` measures again).");
  enterProject();
  const {preview} = await import("../site/preview.js");
  await preview(server);
  return 0;
}

/** Core labs without a finished result of this runtime, or whose code has changed since. */
async function staleLabs(): Promise<string[]> {
  const runtime = await nodeRuntime();
  const fresh = await Promise.all(
    (await labNames()).map(async (name) => {
      const [{hash}, result] = await Promise.all([
        compileLab(labFile(name)),
        readResult(localFile(name)).catch(() => null)
      ]);
      const run = result?.runs.find((candidate) => sameRuntime(candidate.runtime, runtime));
      return {name, fresh: run?.hash === hash && run.ending !== "interrupted" && run.failures.length === 0};
    })
  );
  return fresh.filter((lab) => !lab.fresh).map(({name}) => name);
}
