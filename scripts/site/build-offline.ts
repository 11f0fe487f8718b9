import {spawn, spawnSync} from "node:child_process";
import {join} from "node:path";
import {ROOT} from "../store.js";

const NO_FETCH = `data:text/javascript,${encodeURIComponent(
  'globalThis.fetch = (url) => Promise.reject(new Error("no network: " + url));'
)}`;

/**
 * Builds the site as a reader does, in a process that reaches no network: in a network namespace of its own where
 * the system has them, else with a `fetch` that refuses. For tests.
 *
 * @throws Error that holds what the build printed, if it fails
 */
export function buildOffline(out: string, data: string): Promise<void> {
  const isolated = spawnSync("unshare", ["-rn", "true"]).status === 0;
  const build = ["--import", NO_FETCH, join(ROOT, "scripts", "bin.mjs"), "build", "--out", out];
  const [command, args] = isolated ? ["unshare", ["-rn", process.execPath, ...build]] : [process.execPath, build];
  return new Promise((resolve, reject) => {
    const child = spawn(command as string, args as string[], {cwd: ROOT, env: {...process.env, HOTPATH_DATA: data}});
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => printed.push(text));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(printed.join("")))));
  });
}
