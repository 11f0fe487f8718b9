import {existsSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join, relative} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {ReaderError} from "../../errors.js";
import {HARNESS} from "../../measure/runtimes/python/twin.js";
import type {RuntimeHandle} from "../../measure/runtimes/runtime.js";
import {PEERS} from "../../store.js";
import {measuredBy} from "./measured-by.js";
import type {Peer, PeerOptions, PeerRequest} from "./peer.js";
import {runTool} from "./run-tool.js";

const PACKAGE = "pyperf==2.11.0";
const SCRIPT = fileURLToPath(new URL("pyperf/measure.py", import.meta.url));
const SETTINGS = "--processes 1 --warmups 1 --values 5";
const TIMEOUT_MS = 120_000;
const INSTALL_MS = 300_000;

/**
 * pyperf, in a virtual environment of the interpreter that our forks run in.
 *
 * @throws ReaderError that names the way to get what is missing
 */
export async function pyperf(handle: RuntimeHandle, {install, signal, say}: PeerOptions): Promise<Peer> {
  const folder = join(PEERS, `${PACKAGE.replace("==", "-")}-python-${handle.version}`);
  const [bin, suffix] = process.platform === "win32" ? ["Scripts", ".exe"] : ["bin", ""];
  const python = join(folder, bin, `python${suffix}`);
  if (!existsSync(python)) {
    if (!install) throw new ReaderError("pyperf: not installed", "to get it by pip: npm run bench:twins -- --install");
    say(`pyperf: pip fetches it into ${relative(process.cwd(), PEERS)}`);
    await create(handle, folder, python, signal);
  }
  return {
    settings: SETTINGS,
    measure: (request) =>
      measuredBy((file) =>
        runTool([python, SCRIPT, ...SETTINGS.split(" "), "-q", "-o", file, "--question", questionFor(request)], {
          timeoutMs: TIMEOUT_MS,
          signal
        })
      )
  };
}

async function create(handle: RuntimeHandle, folder: string, python: string, signal: AbortSignal): Promise<void> {
  try {
    await runTool([handle.executable, "-m", "venv", folder], {timeoutMs: INSTALL_MS, signal});
    await runTool([python, "-m", "pip", "install", "-q", PACKAGE], {timeoutMs: INSTALL_MS, signal});
  } catch (error) {
    await rm(folder, {recursive: true, force: true});
    throw error;
  }
}

function questionFor({lab, variant, size, seed}: PeerRequest): string {
  return JSON.stringify({harness: HARNESS, lab: lab.path, variant, size, seed});
}
