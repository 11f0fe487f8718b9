import * as v from "valibot";
import {MeasurementError, ReaderError} from "../errors.js";
import {checkSignal, checkTarget, commandText} from "./check-target.js";
import {evaluate} from "./evaluate.js";
import {firstInspector, inspectorAt, newPort, type OpenInspector} from "./find-port.js";
import {connectInspector, type Inspector} from "./inspector.js";
import {releaseTarget} from "./release.js";
import {NoAnswer, SessionEnded} from "./session.js";
import type {Listening, ProcessInfo, System} from "./system/process-info.js";
import {thisSystem} from "./system/this-system.js";
import {enterTarget} from "./visits.js";

/** A process whose inspector we are connected to, and whose identity was checked. */
export interface Target {
  readonly info: ProcessInfo;
  /** Version of Node: "24.21.0". */
  readonly node: string;
  readonly inspector: Inspector;
  readonly port: number;
  /** False if the inspector was open already, and none of our commands had opened it: then it stays open. */
  readonly openedByUs: boolean;
  /**
   * Settles when the target has finished its program and waits, so that what it holds can still be asked for; it
   * goes on when the connection is closed.
   */
  readonly exiting: Promise<void>;
  /** Milliseconds from the first look at the process to the first answer. */
  readonly attachMs: number;
  readonly system: System;
}

const identity = v.object({pid: v.number(), node: v.string()});
const whoAreYou = "({pid: process.pid, node: process.versions.node})";

/**
 * Opens the inspector of a running process, unless it is open, and connects to it. The process needs no flags, and
 * may be in a synchronous loop.
 *
 * @param timeoutMs how long it may take to open the inspector
 * @throws ReaderError if the process must not be signalled, or its port is taken; nothing was done to it then
 * @throws MeasurementError if it does not open its inspector, or does not answer; what was done is in the hints
 */
export async function openTarget(pid: number, timeoutMs = 2000, system = thisSystem()): Promise<Target> {
  const start = performance.now();
  const info = await checkTarget(pid, system);
  const before = await system.listening(pid);
  const likely = before.filter(({port}) => port === info.inspectPort || mentionsInspect(info));
  const found = (await alreadyOpen(likely)) ?? (await wake(info, before, system, start + timeoutMs));
  const inspector = await connectInspector(found.url).catch(async (error: Error) => {
    await checkLife(info, system);
    throw new MeasurementError(`process ${pid} opened its inspector, but no connection came about: ${error.message}`);
  });
  const target = {info, inspector, system, port: found.port, openedByUs: found.openedByUs};
  try {
    const node = await identify(target);
    const attachMs = performance.now() - start;
    const openedByUs = await enterTarget(inspector, found.openedByUs);
    return {...target, openedByUs, node, exiting: whenExiting(inspector), attachMs};
  } catch (error) {
    await releaseTarget(target);
    throw targetError(error, info);
  }
}

/** Without this, a process that exits would wait for us without a word (domain NodeRuntime of Node's inspector). */
function whenExiting(inspector: Inspector): Promise<void> {
  return new Promise((resolve) => {
    inspector.on("NodeRuntime.waitingForDisconnect", v.unknown(), () => resolve());
    inspector.command("NodeRuntime.notifyWhenWaitingForDisconnect", {enabled: true}).catch(() => {});
  });
}

function mentionsInspect({command}: ProcessInfo): boolean {
  return command.some((word) => word.startsWith("--inspect"));
}

type Found = OpenInspector & {readonly openedByUs: boolean};

async function alreadyOpen(ports: readonly Listening[]): Promise<Found | null> {
  const open = await firstInspector(ports);
  return open === null ? null : {...open, openedByUs: false};
}

async function wake(info: ProcessInfo, before: readonly Listening[], system: System, deadline: number): Promise<Found> {
  const {pid} = info;
  await checkSignal(info, system);
  await checkPort(info, system);
  system.wake(pid);
  const port = await newPort(system, pid, before, deadline);
  const opened = port === null ? null : await inspectorAt(port);
  if (opened !== null) return {...opened, openedByUs: true};
  const open = await alreadyOpen(before);
  if (open !== null) return open;
  await checkLife(info, system);
  await checkPort(info, system);
  throw notOpened(info, port);
}

/** @throws MeasurementError if the process has ended since it was looked at first */
async function checkLife(info: ProcessInfo, system: System): Promise<void> {
  const now = await system.describe(info.pid);
  if (now !== null && now.state !== "ended") return;
  throw new MeasurementError(`process ${info.pid} (${commandText(info)}) ended while its inspector was being opened`);
}

async function checkPort(info: ProcessInfo, system: System): Promise<void> {
  if (info.inspectPort === 0) return;
  const holder = await system.holder(info.inspectPort);
  if (holder === null) return;
  const other = await system.describe(holder);
  const who = other === null ? `process ${holder}` : `process ${holder} (${commandText(other)})`;
  throw new ReaderError(
    `process ${info.pid} would open its inspector on port ${info.inspectPort}, and ${who} listens there`,
    [
      "try again when that port is free",
      "or start programs with NODE_OPTIONS=--inspect-port=0: each takes a free port when it is asked, and none before",
      "(a cluster starts workers then only with cluster.setupPrimary({inspectPort: 0}))"
    ]
  );
}

function notOpened(info: ProcessInfo, port: Listening | null): MeasurementError {
  const place = `process ${info.pid} (${commandText(info)})`;
  if (port !== null) {
    return new MeasurementError(`${place} opened port ${port.port}, which does not list an inspector`, [
      "with --inspect-publish-uid=stderr Node keeps the address to itself: nothing can connect from outside"
    ]);
  }
  return new MeasurementError(`${place} has not opened its inspector after SIGUSR1`, [
    'if it handles SIGUSR1 itself (process.on("SIGUSR1")), that handler has run now',
    "if its main thread waits outside JavaScript (execSync, Atomics.wait, native code), it opens the inspector when it",
    "goes on: the same command then finds it open; --timeout 30s waits longer"
  ]);
}

async function identify(target: Pick<Target, "inspector" | "info">): Promise<string> {
  const {success, output} = v.safeParse(identity, await evaluate(target.inspector, whoAreYou));
  if (success && output.pid === target.info.ownPid) return output.node;
  throw new MeasurementError(
    `expected process ${target.info.ownPid} behind its inspector, got ${success ? `process ${output.pid}` : "no Node"}`
  );
}

/** What to throw when a target stopped to answer: any other error as it is. */
export function targetError(error: unknown, info: ProcessInfo): unknown {
  if (!(error instanceof NoAnswer || error instanceof SessionEnded)) return error;
  return new MeasurementError(`process ${info.pid} (${commandText(info)}) does not answer: ${error.message}`, [
    "its main thread may wait outside JavaScript (execSync, Atomics.wait, native code)"
  ]);
}
