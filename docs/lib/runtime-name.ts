import type {Runtime} from "./result.js";

const NAMES: Readonly<Record<string, string>> = {jvm: "JVM", pypy: "PyPy", graalpy: "GraalPy"};

/** Runtimes whose releases differ in the second number. */
const MINOR_TELLS: readonly string[] = ["bun", "python", "pypy", "graalpy"];

/** "Node", "JVM": a runtime as it is written. */
export function runtimeTitle(name: string): string {
  return NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** "Node 24", "Bun 1.3", "Python 3.14", "JVM 21": with as much of the version as tells releases apart. */
export function runtimeName({name, version}: Pick<Runtime, "name" | "version">): string {
  const numbers = MINOR_TELLS.includes(name) ? /\d+(\.\d+)?/ : /\d+/;
  return `${runtimeTitle(name)} ${numbers.exec(version)?.[0] ?? version}`;
}

/** "Node 24.21.0". */
export function exactRuntimeName({name, version}: Pick<Runtime, "name" | "version">): string {
  return `${runtimeTitle(name)} ${version.replace(/^v/, "")}`;
}
