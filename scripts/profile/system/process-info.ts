import {basename} from "node:path";
import {FREE_PORT} from "../preload/preload-file.js";

/** What the system says of a process. Texts are as the process chose them: clean them to show them. */
export interface ProcessInfo {
  readonly pid: number;
  /** The id by which it knows itself: another one where it has a namespace of ids of its own. */
  readonly ownPid: number;
  /** Arguments that it was started with, the program first; a program may have overwritten them. */
  readonly command: readonly string[];
  /** Path of the program; null if the system does not tell us. */
  readonly executable: string | null;
  /** Whether it belongs to the user who asks; null if the system does not tell. */
  readonly ours: boolean | null;
  /** Processor seconds that it has used; null if not known. */
  readonly cpuSeconds: number | null;
  readonly state: "alive" | "stopped" | "ended";
  /** What SIGUSR1 would do to it: open the inspector or run its own handler, nothing, or kill it. */
  readonly usr1: "caught" | "ignored" | "kills" | "unknown";
  /** The port on which it opens its inspector: 9229 unless its options say otherwise, 0 for any. */
  readonly inspectPort: number;
  /** Why it cannot be reached by this id, although it is ours, said of the process; null if nothing is in the way. */
  readonly outOfReach: {readonly why: string; readonly wayOut: string} | null;
}

/** A port on which a process listens. */
export interface Listening {
  readonly port: number;
  /** Where a client on this machine reaches it. */
  readonly host: "127.0.0.1" | "[::1]";
}

/** What an operating system offers to find a process and its ports, without privileges. */
export interface System {
  /** @returns null if there is no such process */
  describe(pid: number): Promise<ProcessInfo | null>;
  /** Ids of the user's processes that run a program named like Node. */
  nodes(): Promise<number[]>;
  /** The ports on which the process listens itself, on loopback or on all addresses. */
  listening(pid: number): Promise<Listening[]>;
  /** Which process listens on a port of loopback; null if none, or none that we may see. */
  holder(port: number): Promise<number | null>;
  /** Asks a process to open its inspector. */
  wake(pid: number): void;
}

/** Whether a path is that of a program named like Node: `node`, `nodejs`, `node22`, `node.exe`. */
export function isNodeName(path: string): boolean {
  return /(^|[\\/])node(js)?(-?v?\d[\d.]*)?(\.exe)?( \(deleted\))?$/i.test(path);
}

/**
 * The port of the last of the options that set it, as Node reads them: `--inspect=0.0.0.0:9230`, `--inspect-port=0`. A
 * program that is recorded takes any.
 */
export function inspectPortIn(options: readonly string[]): number {
  const pattern = /^(?:--inspect(?:-brk|-port|-wait)?|--debug-port)=(?:.*:)?(\d+)$/;
  const ports = options.flatMap((option) => pattern.exec(option)?.[1] ?? []);
  const otherwise = options.some((option) => option.includes(basename(FREE_PORT))) ? 0 : 9229;
  return Number(ports.at(-1) ?? otherwise);
}
