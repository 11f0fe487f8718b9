import {spawn} from "node:child_process";
import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {recordRun} from "../profile/record-run.js";
import type {OverheadRound, Way} from "./profile-result.js";

/** How one way runs a script. */
type Run = (node: string, script: string, folder: string) => Promise<void>;

/** The ways to run the work. @param peers folder into which 0x and `@platformatic/flame` are installed, if any */
export function waysOf(peers: string | undefined): ReadonlyMap<Way, Run> {
  const modules = join(peers ?? "", "node_modules");
  const ways: [Way, Run][] = [
    ["none", (node, script, folder) => started([node, script], folder)],
    ["ours-10ms", (node, script) => ours(node, script, 10_000)],
    ["ours-1ms", (node, script) => ours(node, script, 1000)],
    ["cpu-prof-10ms", (node, script, folder) => started([node, ...builtIn(folder, 10_000), script], folder)],
    ["cpu-prof-1ms", (node, script, folder) => started([node, ...builtIn(folder, 1000), script], folder)],
    [
      "0x",
      (node, script, folder) => started([node, join(modules, "0x/cmd.js"), "-P", node, "--", node, script], folder)
    ],
    [
      "flame",
      (node, script, folder) =>
        started([node, join(modules, "@platformatic/flame/bin/flame.js"), "run", script], folder)
    ]
  ];
  return new Map(ways.filter(([way]) => peers !== undefined || (way !== "0x" && way !== "flame")));
}

/** Runs the work once in each way, in the order given; a way that fails is named in `failures`. */
export async function overheadRound(
  node: {readonly executable: string; readonly version: string},
  ways: readonly (readonly [Way, Run])[],
  script: string,
  failures: Set<string>
): Promise<OverheadRound> {
  const cpuUs: Partial<Record<Way, number>> = {};
  for (const [way, run] of ways) {
    const folder = await mkdtemp(join(tmpdir(), "hotpath-bench-"));
    try {
      const out = join(folder, "cost.json");
      process.env.HOTPATH_BENCH_OUT = out;
      await run(node.executable, script, folder);
      cpuUs[way] = (JSON.parse(await readFile(out, "utf8")) as {cpuUs: number}).cpuUs;
    } catch (error) {
      failures.add(`${way} on Node ${node.version}: ${(error as Error).message.split("\n")[0]}`);
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }
  return {node: node.version, cpuUs};
}

function builtIn(folder: string, intervalUs: number): string[] {
  return ["--cpu-prof", `--cpu-prof-interval=${intervalUs}`, `--cpu-prof-dir=${folder}`];
}

async function ours(node: string, script: string, intervalUs: number): Promise<void> {
  const run = await recordRun([node, script], {intervalUs, stdout: "stderr", say: () => {}});
  await run.discard();
}

/** Other tools leave files where they are started. */
function started([program, ...args]: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, {cwd, stdio: "ignore"});
    const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      if (signal === null) resolve();
      else reject(new Error(`ended by ${signal}, code ${code}`));
    });
  });
}
