import {resolve} from "node:path";
import {formatBytes, formatNs} from "#lib/units.js";
import {ReaderError} from "../../../errors.js";
import {refuseOverwrite} from "../../../profile/formats/write-profile.js";
import {classText} from "../../../profile/heap/class-text.js";
import {readSnapshotClasses} from "../../../profile/heap/read-snapshot.js";
import {
  memoryNeeded,
  type SnapshotCost,
  snapshotCost,
  type TakenSnapshot,
  takeSnapshot
} from "../../../profile/heap/take-snapshot.js";
import {timeText} from "../../../profile/recording.js";
import {type Release, releaseTarget, releaseText} from "../../../profile/release.js";
import {openTarget, type Target, targetError} from "../../../profile/target.js";
import {shownPath} from "../../../shown-path.js";
import {terminal} from "../../../terminal.js";
import {abortPatiently} from "../patient-interrupt.js";
import type {HeapSnapshotFlags} from "./snapshot.js";

/** `lab profile heap snapshot`. @returns the exit code */
export async function heapSnapshotCommand(pid: number, flags: HeapSnapshotFlags): Promise<number> {
  const file = snapshotFile(flags.out, pid, flags.force === true);
  const interrupt = abortPatiently("one moment: a snapshot that was begun cannot be stopped");
  try {
    const target = await openTarget(pid, flags.timeout * 1000);
    const {taken, release} = await snapshotAndLeave(target, file, flags, interrupt.signal);
    terminal.progress.end();
    const classes = await readSnapshotClasses(file);
    if (flags.json === true) {
      const {objects, bytes} = classes;
      const constructors = classes.classes.slice(0, flags.top);
      const inspector = {port: target.port, openedByUs: target.openedByUs, now: release.inspector};
      terminal.printJson({pid, node: target.node, inspector, file, ...taken, heap: {objects, bytes}, constructors});
    } else for (const line of classText(classes, flags.top, terminal)) terminal.print(line);
    const size = `${formatBytes(taken.bytes)} in ${shownPath(file)}`;
    terminal.tell(`${size}; the process stood still for ${formatNs(taken.pauseMs * 1e6)}`);
    terminal.tell(releaseText(target, release));
    return release.inspector === "open" ? 1 : 0;
  } finally {
    terminal.progress.end();
    interrupt.release();
  }
}

async function snapshotAndLeave(
  target: Target,
  file: string,
  {anyway}: HeapSnapshotFlags,
  interrupted: AbortSignal
): Promise<{taken: TakenSnapshot; release: Release}> {
  const {pid} = target.info;
  let release: Release | undefined;
  try {
    const cost = await snapshotCost(target.inspector);
    if (anyway !== true) refuseWithoutMemory(cost, pid);
    if (interrupted.aborted) throw new ReaderError("stopped by Ctrl-C: no snapshot was taken");
    terminal.tell(`process ${pid} stands still now, until its heap of ${formatBytes(cost.heapUsed)} is written`);
    const progress = (share: number) => terminal.progress.show(`heap of process ${pid}: ${Math.round(share * 100)} %`);
    const taken = await takeSnapshot(target.inspector, file, progress);
    release = await releaseTarget(target);
    return {taken, release};
  } catch (error) {
    throw targetError(error, target.info);
  } finally {
    if (release === undefined) await releaseTarget(target);
  }
}

function refuseWithoutMemory(cost: SnapshotCost, pid: number): void {
  if (cost.available >= memoryNeeded(cost)) return;
  const [has, free] = [formatBytes(cost.heapUsed), formatBytes(cost.available)];
  throw new ReaderError(
    `process ${pid} has ${has} on its heap and ${free} of memory left: a snapshot may take more than that`,
    ["the system would end the process then; --anyway takes the risk", "`lab profile heap attach --live` takes little"]
  );
}

/** @throws ReaderError if the name has another ending, or the file exists */
function snapshotFile(out: string | undefined, pid: number, force: boolean): string {
  const name = out ?? `process-${pid}-${timeText(new Date())}.heapsnapshot`;
  if (!name.endsWith(".heapsnapshot"))
    throw new ReaderError(`${name}: expected a name that ends in .heapsnapshot`, "DevTools open it by that");
  const file = resolve(name);
  refuseOverwrite(file, force);
  return file;
}
