import {Interrupted} from "../measure/ask.js";
import {addRuntime, packageOf, removeRuntimes} from "../measure/runtimes/added-runtimes.js";
import {parseSpec} from "../measure/runtimes/choose.js";
import {findRuntimes} from "../measure/runtimes/find-runtimes.js";
import {runtimeText} from "../measure/runtimes/runtime.js";
import {runtimesJson, runtimesText} from "../report/runtimes.js";
import {shownPath} from "../shown-path.js";
import {terminal} from "../terminal.js";
import {abortOnInterrupt} from "./interrupt.js";

/** How often a long installation says that it goes on. */
const STILL_MS = 10_000;

/** `lab runtimes`. */
export async function runtimesCommand(json: boolean): Promise<void> {
  const found = await findRuntimes();
  if (json) terminal.printJson(runtimesJson(found));
  else for (const line of runtimesText(found, terminal)) terminal.print(line);
}

/** `lab runtimes add`, one after the other. @returns the exit code */
export async function addCommand(texts: readonly string[]): Promise<number> {
  const specs = texts.map((text) => parseSpec(text));
  for (const {kind} of specs) packageOf(kind);
  const interrupt = abortOnInterrupt();
  try {
    for (const [index, spec] of specs.entries()) await add(texts[index]!, spec, interrupt.signal);
    return 0;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    terminal.tell("interrupted: nothing half is left");
    return 1;
  } finally {
    interrupt.release();
  }
}

/** `lab runtimes remove`. */
export async function removeCommand(texts: readonly string[]): Promise<void> {
  const specs = texts.map((text) => parseSpec(text));
  for (const spec of specs) for (const name of await removeRuntimes(spec)) terminal.print(`removed ${name}`);
}

async function add(text: string, spec: ReturnType<typeof parseSpec>, signal: AbortSignal): Promise<void> {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  terminal.tell(`${text}: npm installs it`);
  const still = setInterval(() => terminal.tell(`${text}: still installing, after ${seconds()}`), STILL_MS);
  try {
    const {handle, folder, already} = await addRuntime(spec, signal);
    const what = already ? "was there already, in" : `installed in ${seconds()}, in`;
    terminal.print(`${runtimeText(handle)} (${handle.engine}): ${what} ${shownPath(folder)}`);
  } finally {
    clearInterval(still);
  }
}
