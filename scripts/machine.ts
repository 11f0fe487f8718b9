import {cpus, loadavg, release, totalmem, version} from "node:os";
import type {Machine} from "#lib/result.js";
import {type Cores, readCores, wholeCores} from "./machine/cores.js";
import {machineId} from "./machine/id.js";
import {type Power, readPower} from "./machine/power.js";
import {outputOf, readText} from "./machine/probe.js";
import {readVirtual} from "./machine/virtual.js";
import {printableLine} from "./terminal/printable.js";

/** What may disturb a measurement now; null where the system does not say. */
export interface Conditions {
  readonly cores: Cores;
  /** One-minute load average. */
  readonly load: number | null;
  /** Per cent of the last ten seconds in which some task waited for a processor (Linux pressure stall). */
  readonly pressure: number | null;
  readonly power: Power;
  readonly virtual: string | null;
}

/**
 * The machine as results record it: nothing that names a person or a host. Every probe is bounded, and what
 * cannot be found out is left general; it does not throw.
 */
export async function describeMachine(): Promise<Machine> {
  const {platform, arch} = process;
  const [cpu, cores, os, virtual] = await Promise.all([
    readProcessor(platform),
    readCores(platform),
    readSystem(platform),
    readVirtual(platform)
  ]);
  const usable = wholeCores(cores);
  return {
    id: machineId({platform, arch, cpu, cores: usable}),
    cpu: printableLine(cpu, 200),
    cores: usable,
    memoryBytes: memoryBytes(),
    os: printableLine(os, 200),
    arch,
    virtual: virtual === null ? null : printableLine(virtual, 200)
  };
}

/** The state of the machine at this moment. It does not throw. */
export async function conditions(): Promise<Conditions> {
  const {platform} = process;
  const [cores, power, virtual, stalls] = await Promise.all([
    readCores(platform),
    readPower(platform),
    readVirtual(platform),
    readText("/proc/pressure/cpu")
  ]);
  const pressure = /^some avg10=([\d.]+)/m.exec(stalls ?? "")?.[1];
  return {cores, load: readLoad(), pressure: pressure === undefined ? null : Number(pressure), power, virtual};
}

/** One-minute load average; null on Windows, which has none. */
export function readLoad(): number | null {
  return process.platform === "win32" ? null : loadavg()[0]!;
}

async function readProcessor(platform: NodeJS.Platform): Promise<string> {
  const brand = cpus()[0]?.model.trim().replace(/\s+/g, " ");
  if (brand !== undefined && brand !== "" && brand !== "unknown") return brand;
  const described = platform === "linux" ? await outputOf("lscpu", []) : undefined;
  return /^Model name:\s*(.+)$/m.exec(described ?? "")?.[1]?.trim() ?? "unknown processor";
}

async function readSystem(platform: NodeJS.Platform): Promise<string> {
  if (platform === "darwin") return `macOS ${(await outputOf("sw_vers", ["-productVersion"])) ?? release()}`;
  if (platform !== "linux") return version();
  const kernel = `Linux ${/^\d+\.\d+/.exec(release())?.[0] ?? release()}`;
  const distribution = /^PRETTY_NAME="?(.*?)"?$/m.exec((await readText("/etc/os-release")) ?? "")?.[1];
  return distribution === undefined ? kernel : `${distribution}, ${kernel}`;
}

/** Memory that this process may use: a container's limit where it is below the machine's. */
function memoryBytes(): number {
  const limit = process.constrainedMemory();
  return limit === undefined || limit <= 0 ? totalmem() : Math.min(limit, totalmem());
}
