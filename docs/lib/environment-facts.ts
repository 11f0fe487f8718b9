import type {Machine, Runtime} from "./result.js";
import {formatBytes} from "./units.js";

/** What is known of where something was measured: names of facts, and what they are. */
export type Facts = Readonly<Record<string, string>>;

/** The facts that tell one runtime on one machine from another. */
export function environmentFacts(machine: Machine, runtime: Runtime) {
  return {
    runtime: `${runtime.name} ${runtime.version}`,
    engine: runtime.engine,
    flags: runtime.flags.join(" ") || "none",
    processor: machine.cpu,
    cores: String(machine.cores),
    architecture: machine.arch,
    memory: formatBytes(machine.memoryBytes),
    system: machine.os,
    virtualisation: machine.virtual ?? "none seen"
  } satisfies Facts;
}
