import {execFile} from "node:child_process";
import {sep} from "node:path";
import process from "node:process";
import {promisify} from "node:util";

interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

/**
 * Ends what a killed run has left: a variant that hangs goes on when its runner is gone, and would take a processor
 * from all that is measured after it. Does nothing where there is no `ps`.
 *
 * @param folder of compiled labs: what was started with a file from there is ours
 * @returns how many were ended
 */
export async function endLeftovers(folder: string): Promise<number> {
  const all = await processes();
  const isNode = new Set(all.filter(({args}) => args.includes("node")).map(({pid}) => pid));
  const left = all.filter(({parent, args}) => args.includes(folder + sep) && !isNode.has(parent));
  return left.filter(({pid}) => end(pid)).length;
}

async function processes(): Promise<Listed[]> {
  const listing = promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], {maxBuffer: 2 ** 26});
  const {stdout} = await listing.catch(() => ({stdout: ""}));
  return [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(([, pid, parent, args]) => ({
    pid: Number(pid),
    parent: Number(parent),
    args: args!
  }));
}

function end(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}
