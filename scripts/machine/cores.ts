import {availableParallelism} from "node:os";
import {readText} from "./probe.js";

/** How many processors this process may use, and how much of them. */
export interface Cores {
  /** Logical processors that the scheduler may give this process, by its affinity. */
  readonly allowed: number;
  /** Processors' worth of time that the control group grants; null where there is no limit. */
  readonly quota: number | null;
}

/** What the scheduler and, on Linux, the control groups allow this process. */
export async function readCores(platform: NodeJS.Platform): Promise<Cores> {
  return {allowed: availableParallelism(), quota: platform === "linux" ? await quota() : null};
}

/** Whole processors that can be counted on. */
export function wholeCores({allowed, quota}: Cores): number {
  return Math.max(1, Math.min(allowed, quota === null ? allowed : Math.floor(quota)));
}

/** A group is limited by each group above it, so the smallest counts. */
async function quota(): Promise<number | null> {
  const membership = (await readText("/proc/self/cgroup")) ?? "";
  const limits = await Promise.all(groupFolders(membership).map(limitIn));
  const found = limits.filter((limit) => limit !== null);
  return found.length === 0 ? null : Math.min(...found);
}

/**
 * The folders that can hold a limit, for both versions of control groups (cgroups(7)).
 *
 * @param membership text of /proc/self/cgroup: lines of `id:controllers:path`
 */
export function groupFolders(membership: string): string[] {
  const folders = new Set(["/sys/fs/cgroup", "/sys/fs/cgroup/cpu"]);
  for (const line of membership.split("\n")) {
    const [, controllers = "", path = ""] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers !== "" && !controllers.split(",").includes("cpu")) continue;
    const root = controllers === "" ? "/sys/fs/cgroup" : `/sys/fs/cgroup/${controllers}`;
    const names = path.split("/").filter((name) => name !== "" && name !== "..");
    for (let depth = 1; depth <= names.length; depth++) folders.add(`${root}/${names.slice(0, depth).join("/")}`);
  }
  return [...folders];
}

async function limitIn(folder: string): Promise<number | null> {
  const [both, quotaUs, periodUs] = await Promise.all([
    readText(`${folder}/cpu.max`),
    readText(`${folder}/cpu.cfs_quota_us`),
    readText(`${folder}/cpu.cfs_period_us`)
  ]);
  const [limit, period] = both?.split(/\s+/) ?? [quotaUs, periodUs];
  const cores = Number(limit) / Number(period);
  return Number.isFinite(cores) && cores > 0 ? cores : null;
}
