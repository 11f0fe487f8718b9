import {execFileSync} from "node:child_process";
import {accessSync, constants} from "node:fs";
import {delimiter, join} from "node:path";
import process from "node:process";

/** A Node to test with. */
export interface TestNode {
  readonly executable: string;
  /** "24.21.0" */
  readonly version: string;
  readonly major: number;
}

const MAJORS = [20, 22, 24, 26] as const;

/**
 * The Nodes that tests of profilers use: the one that runs, and those of `HOTPATH_TEST_NODES` (paths, separated as in
 * PATH) or, if that is not set, `node20`, `node24` … in PATH.
 */
export const testNodes: readonly TestNode[] = [process.execPath, ...named(), ...inPath()]
  .map(describe)
  .filter((node, index, all) => node !== null && all.findIndex((other) => other?.version === node.version) === index)
  .filter((node) => node !== null);

/** Majors for which none was found: tests say that they were skipped. */
export const missingMajors: readonly number[] = MAJORS.filter(
  (major) => !testNodes.some((node) => node.major === major)
);

function named(): string[] {
  return (process.env.HOTPATH_TEST_NODES ?? "").split(delimiter).filter((path) => path !== "");
}

function inPath(): string[] {
  if (process.env.HOTPATH_TEST_NODES !== undefined) return [];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = MAJORS.flatMap((major) => [`node${major}`, `node-${major}`]);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Null if it does not start: a path of the environment may be stale. */
function describe(executable: string): TestNode | null {
  try {
    const version = execFileSync(executable, ["-p", "process.versions.node"], {
      encoding: "utf8",
      timeout: 20_000
    }).trim();
    return {executable, version, major: Number(version.split(".")[0])};
  } catch {
    return null;
  }
}
