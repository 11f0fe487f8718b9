import {spawn} from "node:child_process";
import process from "node:process";
import * as v from "valibot";
import {MeasurementError, ReaderError} from "../../errors.js";
import {printableLine} from "../../terminal/printable.js";
import {Interrupted} from "../ask.js";

/** What `npm --json` writes when it fails. */
const Failed = v.object({error: v.object({code: v.optional(v.nullable(v.string())), summary: v.optional(v.string())})});

const UNREACHABLE =
  /^(E(NOTFOUND|AI_AGAIN|CONN|TIMEDOUT|NETUNREACH|HOSTUNREACH|PIPE)|ERR_SOCKET|UNABLE_|SELF_SIGNED|CERT_)/;

/** No scripts: what is fetched is to be there, not to run. */
const INSTALL = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--json"];

/** npm tries for so long, in all, before it says that it cannot reach its registry. */
const FETCH = ["--fetch-retries=1", "--fetch-retry-mintimeout=2000", "--fetch-timeout=60000"];

/**
 * Installs packages into a folder that has a package.json, without running any code of theirs.
 *
 * @param packages names, each perhaps with a version: `deno@2`
 * @throws ReaderError if there is no such version, no network or no npm; Interrupted if `signal` was aborted
 */
export async function npmInstall(folder: string, packages: readonly string[], signal: AbortSignal): Promise<void> {
  const {code, stdout} = await runNpm([...INSTALL, ...FETCH, "--prefix", ".", ...packages], folder, signal);
  if (signal.aborted) throw new Interrupted("interrupted");
  if (code !== 0) throw failure(stdout, packages.join(" "));
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
}

/** With the npm that started us, if one did; else with that of PATH. */
function runNpm(args: readonly string[], cwd: string, signal: AbortSignal): Promise<Ended> {
  const cli = process.env.npm_execpath;
  const ours = cli !== undefined && /npm(-cli)?\.[cm]?js$/.test(cli);
  const shell = !ours && process.platform === "win32";
  const [command, before] = ours ? [process.execPath, [cli]] : ["npm", []];
  return new Promise((resolve, reject) => {
    const npm = spawn(command, [...before, ...args], {cwd, signal, shell, stdio: ["ignore", "pipe", "ignore"]});
    let stdout = "";
    npm.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    npm.on("error", (error: NodeJS.ErrnoException) => {
      if (signal.aborted) resolve({code: null, stdout});
      else if (error.code === "ENOENT") reject(new ReaderError("npm was not found", "it comes with Node.js"));
      else reject(error);
    });
    npm.on("close", (code) => resolve({code, stdout}));
  });
}

function failure(stdout: string, what: string): Error {
  const {code, summary} = errorIn(stdout);
  const said = printableLine(summary?.split("\n")[0] ?? "it did not say why").slice(0, 200);
  if (code === "E404" || code === "ETARGET") {
    return new ReaderError(`npm has no ${what}`, "a version is named as in node@26 or bun@1.2.3");
  }
  if (UNREACHABLE.test(code)) {
    return new ReaderError(`npm could not reach its registry: ${said}`, "see to the network, then try again");
  }
  if (code === "EBADPLATFORM") return new ReaderError(`there is no ${what} for this system: ${said}`);
  if (code === "ENOSPC") return new ReaderError(`npm could not install ${what}: no space is left on the disk`);
  return new MeasurementError(`npm could not install ${what}: ${said}`, `the same by hand: npm install ${what}`);
}

function errorIn(stdout: string): {code: string; summary: string | undefined} {
  try {
    const {error} = v.parse(Failed, JSON.parse(stdout));
    return {code: error.code ?? "", summary: error.summary};
  } catch {
    return {code: "", summary: undefined};
  }
}
