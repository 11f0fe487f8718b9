import type {Runtime} from "./result.js";

type Named = Pick<Runtime, "name" | "version">;

/** Runtimes whose releases differ in the second number. */
const MINOR_TELLS: readonly string[] = ["bun", "python"];

/** "Node 24", "Bun 1.3", "Python 3.14t", "PyPy 3.11", "JVM 21": with as much of the version as tells releases apart. */
export function runtimeName({name, version}: Named): string {
  const numbers = MINOR_TELLS.includes(name) ? /\d+(\.\d+)?/ : /\d+/;
  const freeThreaded = name === "python" && version.endsWith("t") ? "t" : "";
  return `${titleOf({name, version})} ${numbers.exec(version)?.[0] ?? version}${freeThreaded}`;
}

/** "Node 24.21.0". */
export function exactRuntimeName({name, version}: Named): string {
  return `${titleOf({name, version})} ${version.replace(/^(v|pypy)/, "")}`;
}

function titleOf({name, version}: Named): string {
  if (name === "python" && version.startsWith("pypy")) return "PyPy";
  return name === "jvm" ? "JVM" : name.charAt(0).toUpperCase() + name.slice(1);
}
